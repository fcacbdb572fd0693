import { Check, X } from 'lucide-react'
import { useStore } from 'zustand'
import { type Suggestion, tellSuggestion } from '../../shared/review'
import { joinLines } from '../../shared/text/runs'
import { useDesk } from '../app/DeskContext'
import { useFocusKept } from '../app/useFocusKept'
import { decideItem, showItem } from '../state/actions/reviewing'
import type { ArticleSession } from '../state/articleSession'
import { Button } from '../ui/Button'
import styles from './Card.module.css'
import { Person } from './Person'
import { Talk } from './Talk'

interface SuggestionCardProps {
  readonly session: ArticleSession
  readonly suggestion: Suggestion
}

/** One suggestion: what would go, what would come, and the two answers. */
export function SuggestionCard({ session, suggestion }: SuggestionCardProps) {
  const desk = useDesk()
  useFocusKept()
  const isCurrent = useStore(desk.stores.review, (state) => state.current === suggestion.id)
  const { id, author, time, move } = suggestion
  const { does, deleted, inserted } = tellSuggestion(suggestion)
  return (
    <article
      className={styles.card}
      data-item={id}
      data-current={isCurrent || undefined}
      aria-label={`Suggestion ${id}`}
      onClick={() => showItem(desk, suggestion)}
    >
      <Person session={session} handle={author} time={time} />
      <p className={styles.change}>
        <span className={styles.kind}>{does}</span>{' '}
        {move ? (
          <span className={styles.moved}>{shown(inserted.trim())}</span>
        ) : (
          <>
            {deleted === '' ? null : <del className={styles.deleted}>{shown(deleted)}</del>}{' '}
            {inserted === '' ? null : <ins className={styles.inserted}>{shown(inserted)}</ins>}
          </>
        )}
      </p>
      <Talk session={session} of={suggestion} comments={suggestion.replies}>
        <Button
          onClick={(event) => {
            event.stopPropagation()
            decideItem(desk, id, 'accept')
          }}
        >
          <Check size={14} aria-hidden /> Accept
        </Button>
        <Button
          look="quiet"
          onClick={(event) => {
            event.stopPropagation()
            decideItem(desk, id, 'reject')
          }}
        >
          <X size={14} aria-hidden /> Reject
        </Button>
      </Talk>
    </article>
  )
}

const MAX_SHOWN = 280

/** A paragraph's end is shown as printers mark it. */
function shown(text: string): string {
  const marked = joinLines(text, ' ¶ ')
  return marked.length > MAX_SHOWN ? `${marked.slice(0, MAX_SHOWN)}…` : marked
}
