import { type Reviewer, reviewersIn } from '../../shared/review'
import type { SessionReview } from '../state/articleSession'

/** The handle that is being written where the caret stands: where its `@` is, and its letters so far. */
export function handleBefore(
  text: string,
  caret: number,
): { readonly start: number; readonly typed: string } | null {
  const match = /(?:^|[\s(])@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, caret))
  if (!match) return null
  const typed = match[1] ?? ''
  return { start: caret - typed.length - 1, typed }
}

/** People whose handle or name begins so, at most a handful. */
export function peopleFor(typed: string, people: readonly Reviewer[]): readonly Reviewer[] {
  const sought = typed.toLowerCase()
  return people
    .filter(({ handle, name }) =>
      [handle, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith(sought)),
    )
    .slice(0, 6)
}

/** Everyone who takes part in a review: those whom the front matter names, and those who said something. */
export function peopleOf(review: SessionReview, me: Reviewer): readonly Reviewer[] {
  const { suggestions, threads } = review.list()
  const spoke = [
    ...suggestions.map(({ author }) => author),
    ...threads.flatMap(({ comments }) => comments.map(({ author }) => author)),
  ]
  const people = new Map<string, Reviewer>()
  for (const handle of spoke) {
    if (handle !== null) people.set(handle, { handle, name: '', colour: '' })
  }
  for (const person of [me, ...reviewersIn(review.reviewers())]) people.set(person.handle, person)
  return [...people.values()].sort((a, b) => a.handle.localeCompare(b.handle))
}
