import type { Hunk } from '../../text/align'
import { type WordBag, wordBag } from '../../text/likeness'
import type { Fate } from './fate'

interface Changed {
  readonly hunks: readonly Hunk[]
  readonly fates: readonly Fate[]
  readonly origins: ReadonlyMap<number, number>
}

const MAX_COMPARISONS = 20_000

/**
 * For blocks of a side, the blocks of the base that words came over from, as when a paragraph was
 * split or two were joined. Where the other side changed such a source, those words may be out of date.
 */
export function findSpills(
  before: readonly string[],
  after: readonly string[],
  { hunks, fates, origins }: Changed,
): ReadonlyMap<number, readonly number[]> {
  const common = commonWords(before)
  const became = new Map<number, number>(origins)
  const lost = new Map<number, WordBag>()
  for (const index of hunks.flatMap(({ a0, a1 }) => range(a0, a1))) {
    const fate = fates[index]
    if (fate?.kind === 'edited') became.set(fate.at, index)
    if (fate === undefined || fate.kind === 'same') continue
    // A block that moved may have left words behind, as one that was edited where it stands.
    const now = fate.kind === 'gone' ? '' : (after[fate.at] ?? '')
    lost.set(index, without(before[index] ?? '', now))
  }
  const gained = hunks
    .flatMap(({ b0, b1 }) => range(b0, b1))
    .map((at) => {
      const own = became.get(at)
      const words = without(after[at] ?? '', own === undefined ? '' : (before[own] ?? ''))
      return { at, own, words }
    })
    .filter(({ words }) => words.total > 0)
  // Too many to tell: then any may come from any.
  const isTooMuch = lost.size * gained.length > MAX_COMPARISONS
  return new Map(
    gained.map(({ at, own, words }) => {
      const sources = [...lost].filter(
        ([index, gone]) => index !== own && (isTooMuch || wentOver(gone, words, common)),
      )
      return [at, sources.map(([index]) => index)]
    }),
  )
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** One telling word is enough: it only makes a question of what would else be decided. */
function wentOver(lost: WordBag, gained: WordBag, common: ReadonlySet<string>): boolean {
  return [...gained.counts.keys()].some((word) => lost.counts.has(word) && !common.has(word))
}

/** Words that are in several blocks say nothing about where a text came from. */
function commonWords(blocks: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const common = new Set<string>()
  for (const block of blocks) {
    for (const word of wordBag(block).counts.keys()) {
      if (seen.has(word)) common.add(word)
      seen.add(word)
    }
  }
  return common
}

/** The words of a text that another one does not have. */
function without(text: string, other: string): WordBag {
  const taken = wordBag(other).counts
  const counts = new Map<string, number>()
  let total = 0
  for (const [word, count] of wordBag(text).counts) {
    const left = count - (taken.get(word) ?? 0)
    if (left <= 0) continue
    counts.set(word, left)
    total += left
  }
  return { counts, total }
}
