import { BookOpen, MessageSquareText, Pencil, PenLine } from 'lucide-react'
import { useStore } from 'zustand'
import { useArticle, useDesk } from '../app/DeskContext'
import { shownKey } from '../app/keys/deskKeys'
import { setReviewMode } from '../state/actions/reviewing'
import type { ArticleSession } from '../state/articleSession'
import { IconButton } from '../ui/IconButton'
import { RadioBar } from '../ui/RadioBar'
import { useReview } from './useReview'

const MODES = [
  { value: 'editing', label: 'Editing', icon: Pencil },
  { value: 'suggesting', label: 'Suggesting', icon: PenLine },
  { value: 'reading', label: 'Reading', icon: BookOpen },
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
  return (
    <>
      <RadioBar
        label="What typing means"
        name="review-mode"
        look="well"
        value={session.review.mode()}
        options={MODES}
        onChange={(mode) => setReviewMode(desk, mode)}
      />
      <IconButton
        icon={MessageSquareText}
        label={isShown ? 'Hide the review' : 'Show the review'}
        keys={shownKey(desk.host, 'review.pane')}
        onClick={() => desk.stores.review.setState({ isShown: !isShown })}
      />
    </>
  )
}
