import { isWord, tokensOf } from './tokens'

/** How often each word is in a text. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

export function wordBag(text: string): WordBag {
  const counts = new Map<string, number>()
  let total = 0
  for (const token of tokensOf(text)) {
    if (!isWord(token)) continue
    counts.set(token, (counts.get(token) ?? 0) + 1)
    total += 1
  }
  return { counts, total }
}

/** The part of their words that two texts share, from 0 to 1. */
export function likeness(a: WordBag, b: WordBag): number {
  if (a.total === 0 || b.total === 0) return 0
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
  let shared = 0
  for (const [word, count] of small.counts) shared += Math.min(count, large.counts.get(word) ?? 0)
  return (2 * shared) / (a.total + b.total)
}

export interface Pair {
  readonly a: number
  readonly b: number
}

const LIKE = 0.4
/** Beyond this many comparisons the time would be felt. */
const MAX_COMPARISONS = 40_000

/** Which texts of one list became which of another, in order and without crossing. */
export function pairInOrder(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const bagsA = a.map(wordBag)
  const bagsB = b.map(wordBag)
  const like = (i: number, j: number): number => {
    if (a[i] === b[j]) return 1
    const bagA = bagsA[i]
    const bagB = bagsB[j]
    const value = bagA && bagB ? likeness(bagA, bagB) : 0
    return value >= LIKE ? value : 0
  }
  if (a.length * b.length > MAX_COMPARISONS) {
    if (a.length !== b.length) return []
    return a.flatMap((_, index) => (like(index, index) > 0 ? [{ a: index, b: index }] : []))
  }
  return heaviestChain(a.length, b.length, like)
}

function heaviestChain(
  rows: number,
  columns: number,
  weight: (row: number, column: number) => number,
): readonly Pair[] {
  const width = columns + 1
  const weights = new Float64Array(rows * columns)
  const best = new Float64Array((rows + 1) * width)
  const at = (i: number, j: number): number => best[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const own = weight(i, j)
      weights[i * columns + j] = own
      const taken = own > 0 ? own + at(i + 1, j + 1) : 0
      best[i * width + j] = Math.max(taken, at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  while (i < rows && j < columns) {
    const own = weights[i * columns + j] ?? 0
    if (own > 0 && at(i, j) === own + at(i + 1, j + 1)) pairs.push({ a: i++, b: j++ })
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
