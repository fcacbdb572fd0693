import { BookOpen, MessageSquareText, Pencil, PenLine } from 'lucide-react'
import { useStore } from 'zustand'
import { useArticle, useDesk } from '../app/DeskContext'
import { showShortcut } from '../app/keys/shortcut'
import { setReviewMode } from '../state/actions/reviewing'
import type { ArticleSession } from '../state/articleSession'
import { IconButton } from '../ui/IconButton'
import styles from './ModeSwitch.module.css'
import { useReview } from './useReview'

const MODES = [
  { mode: 'editing', label: 'Editing', icon: Pencil },
  { mode: 'suggesting', label: 'Suggesting', icon: PenLine },
  { mode: 'reading', label: 'Reading', icon: BookOpen },
] as const

/** What typing means, and whether the review is shown. */
export function ModeSwitch() {
  const session = useArticle((state) => state.session)
  return session === null ? null : <SessionModeSwitch key={session.id} session={session} />
}

function SessionModeSwitch({ session }: { readonly session: ArticleSession }) {
  const desk = useDesk()
  useReview(session)
  const isShown = useStore(desk.stores.review, (state) => state.isShown)
  const now = session.review.mode()
  return (
    <>
      <div className={styles.switch} role="radiogroup" aria-label="What typing means">
        {MODES.map(({ mode, label, icon: Icon }) => (
          <label key={mode} className={styles.choice} data-chosen={mode === now || undefined}>
            <input
              type="radio"
              name="review-mode"
              className={styles.radio}
              checked={mode === now}
              onChange={() => setReviewMode(desk, mode)}
            />
            <Icon size={14} aria-hidden />
            <span className={styles.label}>{label}</span>
          </label>
        ))}
      </div>
      <IconButton
        icon={MessageSquareText}
        label={isShown ? 'Hide the review' : 'Show the review'}
        keys={showShortcut('Alt+F8', desk.host.platform)}
        onClick={() => desk.stores.review.setState({ isShown: !isShown })}
      />
    </>
  )
}
