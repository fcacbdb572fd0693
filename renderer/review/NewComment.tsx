import { useState } from 'react'
import type { Shown } from '../../shared/document/reviewedDocument'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'
import { reviewerOf } from '../state/people'
import { rememberFocus } from '../ui/rememberFocus'
import styles from './Card.module.css'
import { CommentField } from './CommentField'
import { peopleOf } from './handles'
import { Quote } from './Quote'

interface NewCommentProps {
  readonly session: ArticleSession
  readonly on: Shown
}

/** A comment in the making, with what it is about. */
export function NewComment({ session, on }: NewCommentProps) {
  const { stores } = useDesk()
  const [returnFocus] = useState(rememberFocus)
  const leave = () => {
    stores.review.setState({ commenting: null })
    session.review.show(null)
    if (on.head === undefined) session.focus()
    else returnFocus()
  }
  const { head } = on
  const quote = head ? session.meta()[head] : session.review.accepted().slice(on.start, on.end)
  return (
    <article className={styles.card} data-current aria-label="New comment">
      <Quote head={head} words={quote} />
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
