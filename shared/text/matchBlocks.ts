import { align, type Hunk } from './align'
import { likeness, pairInOrder, type WordBag, wordBag } from './likeness'

/** A block of a text, as far as its place in another version is looked for. */
export interface MatchableBlock {
  readonly text: string
  /** Only blocks of one kind can have become each other. */
  readonly kind: string
}

/**
 * A block of either version by its index. One that went to another place is told twice: `moved`
 * where it is now, `moved-away` where it was; `twin` is the place of the other in the list.
 */
export type BlockMatch =
  | { readonly kind: 'kept'; readonly before: number; readonly after: number }
  | { readonly kind: 'added'; readonly after: number }
  | { readonly kind: 'removed'; readonly before: number }
  | {
      readonly kind: 'moved'
      readonly before: number
      readonly after: number
      readonly twin: number
    }
  | { readonly kind: 'moved-away'; readonly before: number; readonly twin: number }

const MAX_EDITS = 3_000

/** What became of each block: those of `a` in their order, and those of `b` in theirs. */
export function matchBlocks(
  a: readonly MatchableBlock[],
  b: readonly MatchableBlock[],
): readonly BlockMatch[] {
  return withMoves(matchInPlace(a, b), a, b)
}

/** The same without looking for blocks that went elsewhere. */
export function matchInPlace(
  a: readonly MatchableBlock[],
  b: readonly MatchableBlock[],
): readonly BlockMatch[] {
  const whole: Hunk = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  const list: BlockMatch[] = []
  let [reachedA, reachedB] = [0, 0]
  const same = (end: number): void => {
    while (reachedA < end) list.push({ kind: 'kept', before: reachedA++, after: reachedB++ })
  }
  for (const hunk of align(a.map(keyOf), b.map(keyOf), { maxEdits: MAX_EDITS }) ?? [whole]) {
    same(hunk.a0)
    list.push(...matchHunk(hunk, a, b))
    reachedA = hunk.a1
    reachedB = hunk.b1
  }
  same(a.length)
  return list
}

function keyOf({ kind, text }: MatchableBlock): string {
  return `${kind}\n${text}`
}

function matchHunk(
  { a0, a1, b0, b1 }: Hunk,
  a: readonly MatchableBlock[],
  b: readonly MatchableBlock[],
): readonly BlockMatch[] {
  if (a1 - a0 === 1 && b1 - b0 === 1 && hasGrown(a[a0], b[b0])) {
    return [{ kind: 'kept', before: a0, after: b0 }]
  }
  const list: BlockMatch[] = []
  let pastA = a0
  let pastB = b0
  const unpaired = (endA: number, endB: number): void => {
    while (pastA < endA) list.push({ kind: 'removed', before: pastA++ })
    while (pastB < endB) list.push({ kind: 'added', after: pastB++ })
  }
  const texts = (blocks: readonly MatchableBlock[]): string[] => blocks.map(({ text }) => text)
  for (const pair of pairInOrder(texts(a.slice(a0, a1)), texts(b.slice(b0, b1)))) {
    const [before, after] = [a0 + pair.a, b0 + pair.b]
    if (a[before]?.kind !== b[after]?.kind) continue
    unpaired(before, after)
    list.push({ kind: 'kept', before: pastA++, after: pastB++ })
  }
  unpaired(a1, b1)
  return list
}

/** Whether of two blocks in one place one has most of the other's words, however many it has besides. */
function hasGrown(a: MatchableBlock | undefined, b: MatchableBlock | undefined): boolean {
  if (!a || !b || a.kind !== b.kind) return false
  const [small, large] = [wordBag(a.text), wordBag(b.text)].sort((x, y) => x.total - y.total)
  if (!small || !large || small.total === 0) return false
  let shared = 0
  for (const [word, count] of small.counts) shared += Math.min(count, large.counts.get(word) ?? 0)
  return shared / small.total >= 0.5
}

/** A block must be this alike, and this long, to be taken for one that went elsewhere. */
const MOVED = 0.6
const MIN_WORDS_EDITED = 6
const MAX_COMPARISONS = 20_000

interface Found {
  /** Its place in the list of matches. */
  readonly index: number
  readonly block: number
  readonly key: string
  readonly kind: string
  readonly bag: WordBag
}

function withMoves(
  list: readonly BlockMatch[],
  a: readonly MatchableBlock[],
  b: readonly MatchableBlock[],
): readonly BlockMatch[] {
  const result = [...list]
  const gone = list.flatMap((match, index) =>
    match.kind === 'removed' ? found(a, match.before, index) : [],
  )
  const come = list.flatMap((match, index) =>
    match.kind === 'added' ? found(b, match.after, index) : [],
  )
  const isBounded = gone.length * come.length <= MAX_COMPARISONS
  const byKey = new Map(gone.map((each) => [each.key, each]))
  const taken = new Set<Found>()
  const move = (from: Found, to: Found): void => {
    taken.add(from)
    taken.add(to)
    const before = from.block
    result[to.index] = { kind: 'moved', before, after: to.block, twin: from.index }
    result[from.index] = { kind: 'moved-away', before, twin: to.index }
  }
  for (const to of come) {
    const from = byKey.get(to.key)
    if (from && !taken.has(from) && to.bag.total > 0) move(from, to)
  }
  if (!isBounded) return result
  for (const to of come) {
    if (taken.has(to)) continue
    const from = mostAlike(
      to,
      gone.filter((each) => !taken.has(each)),
    )
    if (from) move(from, to)
  }
  return result
}

function found(blocks: readonly MatchableBlock[], block: number, index: number): readonly Found[] {
  const at = blocks[block]
  return at ? [{ index, block, key: keyOf(at), kind: at.kind, bag: wordBag(at.text) }] : []
}

function mostAlike(to: Found, among: readonly Found[]): Found | null {
  let best: Found | null = null
  let bestLikeness = MOVED
  for (const from of among) {
    if (from.kind !== to.kind) continue
    if (Math.min(from.bag.total, to.bag.total) < MIN_WORDS_EDITED) continue
    const value = likeness(from.bag, to.bag)
    if (value < bestLikeness) continue
    best = from
    bestLikeness = value
  }
  return best
}
