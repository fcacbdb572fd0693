import { align } from './align'

/** Finds the places of one text in another that has the same words with other signs between them. */
export interface WordPlaces {
  toSecond(offset: number): number
  toFirst(offset: number): number
}

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Tie {
  readonly from: Word
  readonly to: Word
}

const MAX_EDITS = 5_000

/**
 * Ties two texts by their words, such as Markdown and what a reader sees of it. Between words, and
 * beside words that only one of them has, a place is as near to its neighbours as they allow.
 */
export function wordPlaces(first: string, second: string): WordPlaces {
  const a = wordsOf(first)
  const b = wordsOf(second)
  const hunks = align(
    a.map(({ text }) => text),
    b.map(({ text }) => text),
    { maxEdits: MAX_EDITS },
  )
  const ties: Tie[] = []
  let [inA, inB] = [0, 0]
  const tieUntil = (end: number): void => {
    for (; inA < end; inA++, inB++) {
      const [from, to] = [a[inA], b[inB]]
      if (from && to) ties.push({ from, to })
    }
  }
  for (const { a0, a1, b1 } of hunks ?? []) {
    tieUntil(a0)
    inA = a1
    inB = b1
  }
  if (hunks) tieUntil(a.length)
  const back = ties.map(({ from, to }) => ({ from: to, to: from }))
  return {
    toSecond: (offset) => placeBy(ties, offset, second.length),
    toFirst: (offset) => placeBy(back, offset, first.length),
  }
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function placeBy(ties: readonly Tie[], offset: number, length: number): number {
  let [low, high] = [0, ties.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ties[middle]?.from.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const last = ties[low - 1]
  const next = ties[low]
  const limit = next?.to.start ?? length
  if (!last) return Math.max(0, next ? limit - (next.from.start - offset) : Math.min(offset, limit))
  if (offset <= last.from.end) return last.to.start + (offset - last.from.start)
  return Math.min(last.to.end + (offset - last.from.end), limit)
}
