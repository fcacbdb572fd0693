import type { ReviewMode, Shown } from '../../../shared/document/reviewedDocument'
import type { Decision, Half, Stretch, Suggestion, Thread } from '../../../shared/review'
import type { SessionReview } from '../articleSession'
import type { Desk } from '../desk'
import { showDialog } from '../dialogStore'
import { announce, settle, warn } from '../noticesStore'

const KEY = 'review'

export type ReviewItem =
  | { readonly kind: 'suggestion'; readonly item: Suggestion }
  | { readonly kind: 'thread'; readonly item: Thread }

/** Suggestions and open threads in the order of the text. */
export function itemsOf(review: SessionReview): readonly ReviewItem[] {
  const { suggestions, threads } = review.list()
  return [
    ...suggestions.map((item) => ({ kind: 'suggestion', item }) as const),
    ...threads.map((item) => ({ kind: 'thread', item }) as const),
  ].sort((a, b) => placeOf(a.item) - placeOf(b.item) || a.item.end - b.item.end)
}

/** Where something stands in the article's order: headline and standfirst are above the text. */
export function placeOf({ head, start }: Shown): number {
  if (head === undefined) return start
  return head === 'title' ? -2 : -1
}

function reviewOf({ stores }: Desk): SessionReview | null {
  return stores.article.getState().session?.review ?? null
}

/** Switches what typing means. Who suggests needs a name first. */
export function setReviewMode(desk: Desk, mode: ReviewMode): void {
  const review = reviewOf(desk)
  if (review === null) return
  if (mode === 'suggesting' && !isNamed(desk, () => setReviewMode(desk, mode))) return
  review.setMode(mode)
  const said = { editing: 'Editing', suggesting: 'Suggesting', reading: 'Reading' }[mode]
  announce(desk.stores.notices, said)
}

/** Whether the person has said their name; asks for it otherwise, and goes on once it is said. */
function isNamed({ stores }: Desk, then: () => void): boolean {
  if (stores.layout.getState().author.trim() !== '') return true
  showDialog(stores.dialog, { kind: 'name', then })
  return false
}

/** Goes to the next suggestion or open thread, or the one before, round at the ends. */
export function stepReview(desk: Desk, step: 1 | -1): void {
  const review = reviewOf(desk)
  if (review === null) return
  const items = itemsOf(review).filter(({ item }) => !item.isResolved)
  if (items.length === 0) {
    announce(desk.stores.notices, 'There is nothing to review in this article.')
    return
  }
  const { current } = desk.stores.review.getState()
  const at = items.findIndex(({ item }) => item.id === current)
  const next =
    items[at === -1 && step === -1 ? items.length - 1 : (at + step + items.length) % items.length]
  if (next) showItem(desk, next.item)
}

export function showItem(desk: Desk, item: Suggestion | Thread): void {
  desk.stores.review.setState({ isShown: true, current: item.id })
  reviewOf(desk)?.show(item)
}

/** Accepts or rejects; the next one is looked at then. */
export function decideItem(desk: Desk, id: string, decision: Decision): void {
  const review = reviewOf(desk)
  if (review === null) return
  const before = itemsOf(review).findIndex(({ item }) => item.id === id)
  if (!decideWhere(desk, (suggestion) => suggestion.id === id, decision)) return
  const next = itemsOf(review)[before]
  desk.stores.review.setState({ current: next?.item.id ?? null })
  review.show(next?.item ?? null)
}

/** Accepts or rejects every suggestion that fits. */
export function decideWhere(
  desk: Desk,
  fits: (suggestion: Suggestion) => boolean,
  decision: Decision,
): boolean {
  const review = reviewOf(desk)
  if (review === null) return false
  const count = review.list().suggestions.filter(fits).length
  if (count === 0) {
    announce(desk.stores.notices, 'There is no such suggestion here.')
    return false
  }
  const problem = review.decide((suggestion) => (fits(suggestion) ? decision : 'keep'))
  if (problem !== null) {
    warn(desk.stores.notices, { key: KEY, text: problem })
    return false
  }
  settle(desk.stores.notices, KEY)
  const done = decision === 'accept' ? 'accepted' : 'rejected'
  announce(desk.stores.notices, `${count === 1 ? '1 suggestion' : `${count} suggestions`} ${done}`)
  return true
}

/** Decides what the selection touches. */
export function decideSelection(desk: Desk, decision: Decision): void {
  const selection = reviewOf(desk)?.selection() ?? null
  if (selection === null) return
  decideWhere(desk, (suggestion) => touches(suggestion, selection), decision)
}

function touches(suggestion: Suggestion, { start, end }: Stretch): boolean {
  const { head, move } = suggestion
  if (head !== undefined) return false
  const places: readonly Half[] = move ? [move.from, move.to] : [suggestion]
  return places.some((place) => place.start <= end && start <= place.end)
}

/** Begins a comment on the selection, on the block or field of the caret, or on the article. */
export function startComment(desk: Desk, on: 'selection' | 'block' | 'article'): void {
  const review = reviewOf(desk)
  if (review === null || !isNamed(desk, () => startComment(desk, on))) return
  const length = review.accepted().trimEnd().length
  const commenting = (on === 'article' ? null : placeOfCaret(review, on)) ?? {
    start: length,
    end: length,
  }
  desk.stores.review.setState({ isShown: true, commenting, current: null })
  review.show(commenting)
}

function placeOfCaret(review: SessionReview, on: 'selection' | 'block'): Shown | null {
  const head = review.head()
  if (head !== null) return head
  const selection = review.selection()
  return on === 'block' ? selection && review.blockOf(selection) : selection
}
