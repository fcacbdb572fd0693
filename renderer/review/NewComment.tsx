import type { Stretch } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'
import { reviewerOf } from '../state/people'
import styles from './Card.module.css'
import { CommentField } from './CommentField'
import { peopleOf } from './handles'

interface NewCommentProps {
  readonly session: ArticleSession
  readonly on: Stretch
}

/** A comment in the making, with what it is about. */
export function NewComment({ session, on }: NewCommentProps) {
  const { stores } = useDesk()
  const leave = () => {
    stores.review.setState({ commenting: null })
    session.review.show(null)
    session.focus()
  }
  const quote = session.review.accepted().slice(on.start, on.end)
  return (
    <article className={styles.card} data-current aria-label="New comment">
      {quote.trim() === '' ? null : <blockquote className={styles.quote}>{quote}</blockquote>}
      <CommentField
        label="Comment"
        start=""
        send="Comment"
        people={peopleOf(session.review, reviewerOf(stores.layout.getState()))}
        onSend={(text) => {
          session.review.comment(on, text)
          leave()
        }}
        onLeave={leave}
      />
    </article>
  )
}
