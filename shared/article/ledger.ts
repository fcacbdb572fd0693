import { type LineEnding, lineEndingOf } from './lineEnding'

/** One top-level block of a file, exactly as the file has it. */
export interface LedgerEntry {
  /** The block's source from the start of its first line, without the line ending after it. */
  readonly source: string
  /** The line ending and the blank lines after it, up to the next block. */
  readonly gap: string
}

/** The body of a file, parted into its blocks: `lead` and every entry joined are the body, byte for byte. */
export interface Ledger {
  /** Blank lines before the first block; the whole body when it has no block. */
  readonly lead: string
  readonly entries: readonly LedgerEntry[]
  readonly ending: LineEnding
}

/** Where a parser found a top-level block, in offsets into the body. */
export interface BlockRange {
  readonly start: number
  readonly end: number
}

function lineStart(text: string, offset: number): number {
  let start = offset
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

/** The end of the line that `offset` is in; `offset` itself when it already is one. */
function lineEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** Parts `body` at the blocks that a parser found in it; `ranges` are in order and do not overlap. */
export function createLedger(body: string, ranges: readonly BlockRange[]): Ledger {
  const starts = ranges.map((range) => lineStart(body, range.start))
  const entries = ranges.map((range, index): LedgerEntry => {
    const start = starts[index] ?? 0
    const next = starts[index + 1] ?? body.length
    const end = Math.min(next, lineEnd(body, range.end))
    return { source: body.slice(start, end), gap: body.slice(end, next) }
  })
  return { lead: body.slice(0, starts[0] ?? body.length), entries, ending: lineEndingOf(body) }
}

/**
 * Two texts' entries in one ledger, those of the first kept for blocks that undo brings back. Between
 * them is an entry that no block has, so that the last of one and the first of the other are no neighbours.
 */
export function joinLedgers(before: Ledger, after: Ledger): Ledger {
  const { lead, ending } = after
  return {
    lead,
    ending,
    entries: [...before.entries, { source: '', gap: ending }, ...after.entries],
  }
}

/** A block as it is to be written. */
export interface Piece {
  readonly text: string
  /** Which entry of the ledger it came from; null for a new block. */
  readonly entry: number | null
  /** Whether `text` still is that entry's source. */
  readonly isClean: boolean
}

/** Tells whether a text parses into blocks that start where the given parts start. */
export type Fits = (parts: readonly string[], gaps: readonly string[]) => boolean

/**
 * What stands between each piece and the next (`gaps[i]` after piece `i`), and after the last.
 * Neighbours in the file keep their gap; others get a blank line. Where a changed block would run
 * into its neighbour, the gap is widened, and in the last resort an empty comment parts them, as
 * Markdown needs between two lists. `fits` is asked only beside changed blocks.
 */
export function gapsBetween(
  pieces: readonly Piece[],
  ledger: Ledger,
  fits: Fits,
): readonly string[] {
  const { ending } = ledger
  const blankLine = ending + ending
  const comment = `${blankLine}<!-- -->${blankLine}`
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]
    const own = piece.entry === null ? undefined : ledger.entries[piece.entry]?.gap
    if (next === undefined) return finalGap(piece, ledger)
    const areNeighbours = piece.entry !== null && next.entry === piece.entry + 1
    const kept =
      own !== undefined && (areNeighbours ? own !== '' : hasBlankLine(own)) ? own : blankLine
    if (areNeighbours && piece.isClean && next.isClean) return kept
    const candidates = [...new Set([kept, hasBlankLine(kept) ? kept : blankLine, comment])]
    return candidates.find((gap) => fits([piece.text, next.text], [gap])) ?? kept
  })
}

/** The end of the file stays as it was: with or without a final line ending, with its blank lines. */
function finalGap(piece: Piece, ledger: Ledger): string {
  const last = ledger.entries.length - 1
  if (last < 0) return ledger.ending
  if (piece.entry === last) return ledger.entries[last]?.gap ?? ''
  return ledger.entries[last]?.gap ?? ledger.ending
}

function hasBlankLine(gap: string): boolean {
  return gap.split(/\r\n|\r|\n/).length > 2
}

/** Pieces and the gaps after them, as parts of a body. */
export function assemble(
  pieces: readonly Piece[],
  gaps: readonly string[],
  ledger: Ledger,
): readonly string[] {
  return [ledger.lead, ...pieces.flatMap((piece, index) => [piece.text, gaps[index] ?? ''])]
}
