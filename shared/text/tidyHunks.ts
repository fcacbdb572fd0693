import type { Hunk } from './align'
import { isLineEnd, isSpace, isWord } from './tokens'

/**
 * Turns the shortest list of differences into one that reads well: changes with only a space or a
 * stray word between them become one change of a phrase, and a word that was added stands with the
 * space after it, a sentence with the whole of itself.
 */
export function tidyHunks(
  hunks: readonly Hunk[],
  a: readonly string[],
  b: readonly string[],
): readonly Hunk[] {
  const joined = joinPhrases(hunks, a, b).map((hunk) => trim(hunk, a, b))
  return joined.map((hunk, index) =>
    slide(hunk, { a, b, before: joined[index - 1], after: joined[index + 1] }),
  )
}

const MAX_PASSES = 8

function joinPhrases(
  hunks: readonly Hunk[],
  a: readonly string[],
  b: readonly string[],
): readonly Hunk[] {
  let current = hunks
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const next: Hunk[] = []
    for (const hunk of current) {
      const last = next.at(-1)
      if (last && isOnePhrase(last, hunk, a, b)) {
        next[next.length - 1] = { ...last, a1: hunk.a1, b1: hunk.b1 }
      } else {
        next.push(hunk)
      }
    }
    if (next.length === current.length) return next
    current = next
  }
  return current
}

const MAX_STRAY_WORDS = 2
const MAX_STRAY_SIGNS = 3

function isOnePhrase(
  first: Hunk,
  second: Hunk,
  a: readonly string[],
  b: readonly string[],
): boolean {
  const between = a.slice(first.a1, second.a0)
  if (between.filter(isLineEnd).length > 1) return false
  const words = between.filter(isWord).length
  if (words === 0 && between.every(isSpace)) return true
  if (words === 0) {
    return lengthOf(between) <= MAX_STRAY_SIGNS && isReplacement(first) && isReplacement(second)
  }
  if (words > MAX_STRAY_WORDS) return false
  const sizeOf = (hunk: Hunk): number =>
    Math.max(lengthOf(a.slice(hunk.a0, hunk.a1)), lengthOf(b.slice(hunk.b0, hunk.b1)))
  return lengthOf(between) <= Math.min(sizeOf(first), sizeOf(second))
}

/** What a joined change still has in common at its ends is no part of it. */
function trim(hunk: Hunk, a: readonly string[], b: readonly string[]): Hunk {
  let { a0, a1, b0, b1 } = hunk
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0 += 1
    b0 += 1
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1 -= 1
    b1 -= 1
  }
  return { a0, a1, b0, b1 }
}

function isReplacement({ a0, a1, b0, b1 }: Hunk): boolean {
  return a1 > a0 && b1 > b0
}

function lengthOf(tokens: readonly string[]): number {
  return tokens.reduce((sum, token) => sum + token.length, 0)
}

interface Surroundings {
  readonly a: readonly string[]
  readonly b: readonly string[]
  readonly before: Hunk | undefined
  readonly after: Hunk | undefined
}

const MAX_SLIDE = 500

/** Where a run was added or removed beside an equal one, any of several places tells the same truth: the best is taken. */
function slide(hunk: Hunk, { a, b, before, after }: Surroundings): Hunk {
  if (isReplacement(hunk)) return hunk
  const isAdded = hunk.b1 > hunk.b0
  const tokens = isAdded ? b : a
  const [start, end] = isAdded ? [hunk.b0, hunk.b1] : [hunk.a0, hunk.a1]
  const lowest = Math.max(isAdded ? (before?.b1 ?? 0) : (before?.a1 ?? 0), start - MAX_SLIDE)
  const highest = Math.min(
    isAdded ? (after?.b0 ?? b.length) : (after?.a0 ?? a.length),
    end + MAX_SLIDE,
  )
  let best = 0
  let bestScore = scoreAt(tokens, start) + scoreAt(tokens, end)
  const consider = (shift: number): void => {
    const score = scoreAt(tokens, start + shift) + scoreAt(tokens, end + shift)
    if (score <= bestScore) return
    best = shift
    bestScore = score
  }
  for (let by = 0; start - by > lowest && tokens[start - by - 1] === tokens[end - by - 1]; by++) {
    consider(-by - 1)
  }
  for (let by = 0; end + by < highest && tokens[start + by] === tokens[end + by]; by++) {
    consider(by + 1)
  }
  return { a0: hunk.a0 + best, a1: hunk.a1 + best, b0: hunk.b0 + best, b1: hunk.b1 + best }
}

const SENTENCE_END = /^[.!?…。！？]+$/u
const CLOSING = /^["'”’»)\]*_]+$/u

/** How natural it is to cut before the token at this place. */
function scoreAt(tokens: readonly string[], index: number): number {
  const left = tokens[index - 1]
  const right = tokens[index]
  if (left === undefined || right === undefined) return 5
  const leftOfThat = tokens[index - 2]
  if (isLineEnd(left)) return leftOfThat !== undefined && isLineEnd(leftOfThat) ? 5 : 4
  if (isSpace(left)) {
    const mark =
      leftOfThat !== undefined && CLOSING.test(leftOfThat) ? tokens[index - 3] : leftOfThat
    return mark !== undefined && SENTENCE_END.test(mark) ? 4 : 2
  }
  return isSpace(right) || !isWord(left) || !isWord(right) ? 1 : 0
}
