import { useStore } from 'zustand'
import type { Thread } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import { useFocusKept } from '../app/useFocusKept'
import { showItem } from '../state/actions/reviewing'
import type { ArticleSession } from '../state/articleSession'
import { Button } from '../ui/Button'
import styles from './Card.module.css'
import { Quote } from './Quote'
import { Talk } from './Talk'

interface ThreadCardProps {
  readonly session: ArticleSession
  readonly thread: Thread
}

/** A thread of comments with the words that it is about. */
export function ThreadCard({ session, thread }: ThreadCardProps) {
  const desk = useDesk()
  useFocusKept()
  const isCurrent = useStore(desk.stores.review, (state) => state.current === thread.id)
  const { id, head, quote, comments, isResolved } = thread
  return (
    <article
      className={styles.card}
      data-item={id}
      data-current={isCurrent || undefined}
      data-resolved={isResolved || undefined}
      aria-label={`Comment ${id}`}
      onClick={() => showItem(desk, thread)}
    >
      <Quote head={head} words={quote} />
      <Talk session={session} of={thread} comments={comments}>
        <Button
          onClick={(event) => {
            event.stopPropagation()
            session.review.setResolved(thread, !isResolved)
          }}
        >
          {isResolved ? 'Reopen' : 'Resolve'}
        </Button>
      </Talk>
    </article>
  )
}
