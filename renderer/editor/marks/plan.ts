import { placesOfSuggestion, type Reviewer, type ReviewList } from '../../../shared/review'
import { colourOf } from '../../state/people'
import { blocksOf, type PlacedBlock } from '../reviewPlaces'
import type { BlockMarks, PlacedStretch, PlacedWords } from './blockMarks'
import { struckIn } from './struck'

interface Planned {
  readonly words: PlacedWords[]
  readonly stretches: PlacedStretch[]
}

/** What of a review is to be marked in which block. */
export function planMarks(
  { suggestions, threads }: ReviewList,
  blocks: readonly PlacedBlock[],
  known: readonly Reviewer[],
): ReadonlyMap<PlacedBlock, BlockMarks> {
  const plan = new Map<PlacedBlock, Planned>()
  const at = (block: PlacedBlock): Planned => {
    const found = plan.get(block) ?? { words: [], stretches: [] }
    plan.set(block, found)
    return found
  }
  const stretch = (id: string, name: string, start: number, end: number): void => {
    for (const block of blocksOf(blocks, { start, end })) {
      at(block).stretches.push({ id, name, stretch: { start, end } })
    }
  }
  for (const suggestion of suggestions) {
    const { id, head, author, start, end, inserted, deleted } = suggestion
    if (head !== undefined) continue
    const colour = colourOf(author, known)
    const struck = placesOfSuggestion(suggestion).flatMap(struckIn)
    if (inserted !== '' && inserted.trim() === '' && /[\r\n]/.test(inserted)) {
      const block = blocksOf(blocks, { start, end: start })[0]
      const words = { id, at: start, words: '¶', look: 'split', colour } as const
      if (block) at(block).words.push(words)
    } else if (end > start) stretch(id, `review-${colour}`, start, end)
    // Where only signs go, the letter beside them is marked.
    if (deleted !== '' && struck.length === 0) stretch(id, 'review-deletion', start, start)
    for (const { at: place, words, isLines } of struck) {
      const block = blockAt(blocks, place, isLines)
      const look = isLines ? 'lines' : 'words'
      if (block) at(block).words.push({ id, at: place, words, look, colour })
    }
  }
  const open = threads.filter(({ head, isResolved }) => head === undefined && !isResolved)
  for (const { id, start, end } of open) stretch(id, 'review-comment', start, end)
  return plan
}

/** Lines that go are shown above the block that follows them; words, in the block that had them. */
function blockAt(
  blocks: readonly PlacedBlock[],
  place: number,
  isLines: boolean,
): PlacedBlock | undefined {
  const near = blocksOf(blocks, { start: place, end: place })
  const inside = isLines ? near.find(({ end }) => place < end) : near[0]
  if (inside || !isLines) return inside
  const last = near.at(-1)
  const next = last === undefined ? undefined : blocks[blocks.indexOf(last) + 1]
  return next ?? last
}
