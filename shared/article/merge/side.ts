import { align, type Hunk } from '../../text/align'
import { likeness, pairInOrder, type WordBag, wordBag } from '../../text/likeness'
import type { LineEnding } from '../lineEnding'
import type { MergeBlock } from './blocks'
import type { Fate } from './fate'
import { findSpills } from './spills'

/** One side of a merge, told as what it did to the base. */
export interface Side {
  readonly blocks: readonly MergeBlock[]
  readonly hunks: readonly Hunk[]
  /** For every block of the base. */
  readonly fates: readonly Fate[]
  /** Blocks that are new on this side or came from elsewhere, before each block of the base and at the end. */
  readonly inserted: readonly (readonly number[])[]
  /** Where in the base a block that came from elsewhere was. */
  readonly origins: ReadonlyMap<number, number>
  /** For blocks of this side, those of the base whose words went over into them: a paragraph was split or joined. */
  readonly sources: ReadonlyMap<number, readonly number[]>
}

/** All that is known of a merge of three bodies. */
export interface BodyMerge {
  readonly base: readonly MergeBlock[]
  readonly mine: Side
  readonly theirs: Side
  readonly ending: LineEnding
}

const MAX_EDITS = 3_000

export function readSide(base: readonly MergeBlock[], blocks: readonly MergeBlock[]): Side {
  const before = base.map(({ text }) => text)
  const after = blocks.map(({ text }) => text)
  const hunks = align(before, after, { maxEdits: MAX_EDITS }) ?? [
    { a0: 0, a1: before.length, b0: 0, b1: after.length },
  ]
  const fates: Fate[] = []
  const inserted: number[][] = Array.from({ length: base.length + 1 }, () => [])
  const insert = (slot: number, from: number, to: number): void => {
    for (let at = from; at < to; at++) inserted[slot]?.push(at)
  }
  let shift = 0
  const keepUntil = (end: number): void => {
    while (fates.length < end) fates.push({ kind: 'same', at: fates.length + shift })
  }
  for (const hunk of hunks) {
    keepUntil(hunk.a0)
    let pastB = hunk.b0
    const unpaired = (endA: number, endB: number): void => {
      insert(fates.length, pastB, endB)
      while (fates.length < endA) fates.push({ kind: 'gone' })
    }
    for (const pair of pairInOrder(before.slice(hunk.a0, hunk.a1), after.slice(hunk.b0, hunk.b1))) {
      const at = hunk.b0 + pair.b
      unpaired(hunk.a0 + pair.a, at)
      fates.push({ kind: before[hunk.a0 + pair.a] === after[at] ? 'same' : 'edited', at })
      pastB = at + 1
    }
    unpaired(hunk.a1, hunk.b1)
    shift = hunk.b1 - hunk.a1
  }
  keepUntil(base.length)
  const origins = findMoves(before, after, fates, inserted)
  const sources = findSpills(before, after, { hunks, fates, origins })
  return { blocks, hunks, fates, inserted, origins, sources }
}

const MOVED = 0.4
const MAX_COMPARISONS = 20_000

/** Tells blocks that went elsewhere from deleted ones, in `fates`. */
function findMoves(
  before: readonly string[],
  after: readonly string[],
  fates: Fate[],
  inserted: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const origins = new Map<number, number>()
  const gone = fates.flatMap(({ kind }, index) => (kind === 'gone' ? [index] : []))
  const come = inserted.flat()
  const bags = new Map<string, WordBag>()
  const bagOf = (text: string): WordBag => {
    const known = bags.get(text) ?? wordBag(text)
    bags.set(text, known)
    return known
  }
  const move = (from: number, at: number): void => {
    origins.set(at, from)
    fates[from] = { kind: 'moved', at }
  }
  const isGone = (index: number): boolean => fates[index]?.kind === 'gone'
  for (const at of come) {
    const from = gone.find((index) => isGone(index) && before[index] === after[at])
    if (from !== undefined && bagOf(after[at] ?? '').total > 0) move(from, at)
  }
  if (gone.length * come.length > MAX_COMPARISONS) return origins
  for (const at of come) {
    if (origins.has(at)) continue
    const bag = bagOf(after[at] ?? '')
    const from = gone.find((index) => {
      const old = bagOf(before[index] ?? '')
      return isGone(index) && likeness(old, bag) >= MOVED
    })
    if (from !== undefined) move(from, at)
  }
  return origins
}

/** Whether a block of one side holds words from elsewhere that the other side has changed or deleted there; `within` leaves sources in a stretch of the base out. */
export function isStale(
  { base, ...sides }: BodyMerge,
  from: 'mine' | 'theirs',
  at: number,
  within?: { readonly from: number; readonly to: number },
): boolean {
  const other = from === 'mine' ? sides.theirs : sides.mine
  return (sides[from].sources.get(at) ?? []).some((index) => {
    if (within && index >= within.from && index < within.to) return false
    const fate = other.fates[index]
    if (fate === undefined || fate.kind === 'gone') return true
    return other.blocks[fate.at]?.text !== base[index]?.text
  })
}
