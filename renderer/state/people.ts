import type { Reviewer } from '../../shared/review'
import type { LayoutState } from './layoutStore'

/** The colours that people have in a review, told apart also by those who do not see red or green. */
export const PEOPLE_COLOURS = ['blue', 'orange', 'green', 'purple', 'rose', 'slate'] as const
export type PeopleColour = (typeof PEOPLE_COLOURS)[number]

/** A handle as it would be written after an `@`: `Ana Ruiz` is `ana`. */
export function handleFrom(name: string): string {
  const [first = ''] = name.trim().toLowerCase().split(/\s+/)
  return first.replace(/[^\p{L}\p{N}._-]/gu, '').replace(/^[._-]+/, '')
}

/** Who sits at this desk, as far as they have said. */
export function reviewerOf({ author, handle, colour }: LayoutState): Reviewer {
  const own = handleFrom(handle) || handleFrom(author) || 'me'
  return { handle: own, name: author, colour: colour === '' ? colourOf(own, []) : colour }
}

/** A person's colour: as the article says, else always the same one. */
export function colourOf(handle: string | null, known: readonly Reviewer[]): PeopleColour {
  if (handle === null) return 'slate'
  const said = known.find((reviewer) => reviewer.handle === handle)?.colour
  const chosen = PEOPLE_COLOURS.find((colour) => colour === said)
  if (chosen) return chosen
  let sum = 0
  for (const letter of handle) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return PEOPLE_COLOURS[sum % PEOPLE_COLOURS.length] ?? 'slate'
}
