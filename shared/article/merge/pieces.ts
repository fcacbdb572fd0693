import type { LineEnding } from '../lineEnding'
import { hasBlankLine, type MergeBlock } from './blocks'
import { agreed, type MergePart } from './parts'

/** The places of one block in the files that have it. */
export interface Place {
  readonly base?: number
  readonly mine?: number
  readonly theirs?: number
}

/** Readings of a stretch of blocks between which a person has to decide. */
interface Readings {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** Some blocks of the merged body, without what stands after the last of them. */
export interface Piece {
  readonly content: readonly MergePart[] | Readings
  readonly gap: string
  readonly first: Place
  readonly last: Place
}

export function isReadings(content: Piece['content']): content is Readings {
  return 'base' in content
}

export function textPiece(text: string, gap: string, place: Place): Piece {
  return { content: [agreed(text)], gap, first: place, last: place }
}

/** Blocks joined as they stand in their file, without what is after the last of them. */
export function joined(blocks: readonly MergeBlock[], ending: LineEnding): string {
  return blocks
    .map(({ text, gap }, index) => {
      if (index === blocks.length - 1) return text
      return text + (gap === '' ? ending + ending : gap)
    })
    .join('')
}

/** The pieces one after the other; those that were no neighbours in any file are parted by a blank line. */
export function partsOf(
  pieces: readonly Piece[],
  { finalGap, ending }: { readonly finalGap: string; readonly ending: LineEnding },
): readonly MergePart[] {
  return pieces.flatMap((piece, index): readonly MergePart[] => {
    const next = pieces[index + 1]
    const gap = next === undefined ? finalGap : gapBetween(piece, next, ending)
    const { content } = piece
    if (!isReadings(content)) return [...content, agreed(gap)]
    // The gap goes with the blocks: where a reading has none there, nothing is left of it.
    const reading = (text: string): string => (text === '' ? '' : text + gap)
    return [
      {
        kind: 'conflict',
        scale: 'blocks',
        base: reading(content.base),
        mine: reading(content.mine),
        theirs: reading(content.theirs),
      },
    ]
  })
}

function gapBetween(piece: Piece, next: Piece, ending: LineEnding): string {
  if (hasBlankLine(piece.gap)) return piece.gap
  const sides = ['base', 'mine', 'theirs'] as const
  const areNeighbours = sides.some((side) => {
    const place = piece.last[side]
    return place !== undefined && next.first[side] === place + 1
  })
  return areNeighbours && piece.gap !== '' ? piece.gap : ending + ending
}
