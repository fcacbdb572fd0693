import type { Finding, Part } from './model'
import { endsLikeProse, isFact, isMachineText, isProse, wordsIn } from './phrases'

const MOST_WORDS = 14
const MOST_CHARACTERS = 100

function couldBeHeading({ text, runLength }: Part): boolean {
  if (runLength > 1 || text.length > MOST_CHARACTERS) return false
  const words = wordsIn(text)
  if (words === 0 || words > MOST_WORDS) return false
  if (endsLikeProse(text) || isFact(text) || isMachineText(text)) return false
  // What is said, and what goes on from the line before.
  if (/^["“„«‘'([*•>~_=-]/.test(text) || /^\p{Ll}/u.test(text)) return false
  return /\p{L}/u.test(text)
}

/**
 * Section headings: short lines without a full stop, alone between blank lines, with running text
 * or a list after them. A text where half of the paragraphs look like that is a poem or a list, and
 * has none. `isTaken` tells of parts that another rule has.
 */
export function findHeadings(
  parts: readonly Part[],
  isTaken: (index: number) => boolean,
  startsList: (index: number) => boolean,
): readonly Finding[] {
  const candidates = parts
    .map((_, index) => index)
    .filter((index) => {
      const part = parts[index]
      const next = parts[index + 1]
      if (part === undefined || next === undefined || isTaken(index)) return false
      if (next.run === part.run || !couldBeHeading(part)) return false
      return startsList(index + 1) || (!isTaken(index + 1) && isProse(next.text))
    })
  const free = parts.filter((_, index) => !isTaken(index))
  const prose = free.filter((part) => isProse(part.text))
  const short = free.filter(couldBeHeading)
  if (prose.length < 2 || short.length > prose.length) return []
  return candidates
    .filter((index) => index > 0)
    .map((index) => ({
      from: index,
      to: index + 1,
      reading: { kind: 'heading', text: parts[index]?.text ?? '' } as const,
      reason: 'A short line without a full stop between paragraphs',
    }))
}
