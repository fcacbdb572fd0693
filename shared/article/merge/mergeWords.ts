import { align, type Hunk } from '../../text/align'
import { wordBag } from '../../text/likeness'
import { tidyHunks } from '../../text/tidyHunks'
import { isLineEnd, isSpace, isWord, tokensOf } from '../../text/tokens'
import { agreed, type MergePart, tidyParts } from './parts'
import { regionsOf } from './regions'
import { widenToSentences } from './sentences'

const MAX_EDITS = 1_500
const MAX_LENGTH = 400_000

export interface Versions {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/**
 * Merges two rewritings of a text word by word. Changes with no untouched word between them are a
 * conflict, since each was made without knowing of the other; so is all of it where a side wrote the
 * text anew. A conflict is told with the sentence around it.
 */
export function mergeWords({ base, mine, theirs }: Versions): readonly MergePart[] {
  if (mine === theirs || theirs === base) return [agreed(mine)]
  if (mine === base) return [agreed(theirs)]
  const whole: MergePart = { kind: 'conflict', scale: 'sentences', base, mine, theirs }
  if (base.length + mine.length + theirs.length > MAX_LENGTH) return [whole]
  const baseTokens = tokensOf(base)
  const mineTokens = tokensOf(mine)
  const theirsTokens = tokensOf(theirs)
  const mineHunks = changes(baseTokens, mineTokens)
  const theirsHunks = changes(baseTokens, theirsTokens)
  if (mineHunks === null || theirsHunks === null) return [whole]
  const parts: MergePart[] = []
  let reached = 0
  const tooClose = (first: Hunk, second: Hunk): boolean =>
    first.a1 >= second.a0 || !isApart(baseTokens.slice(first.a1, second.a0))
  for (const region of regionsOf(mineHunks, theirsHunks, tooClose)) {
    const text = (tokens: readonly string[], span: { from: number; to: number }): string =>
      tokens.slice(span.from, span.to).join('')
    parts.push(agreed(baseTokens.slice(reached, region.base.from).join('')))
    const ours = text(mineTokens, region.mine)
    const others = text(theirsTokens, region.theirs)
    if (region.by === 'mine' || ours === others) parts.push(agreed(ours))
    else if (region.by === 'theirs') parts.push(agreed(others))
    else {
      const old = text(baseTokens, region.base)
      parts.push({ kind: 'conflict', scale: 'sentences', base: old, mine: ours, theirs: others })
    }
    reached = region.base.to
  }
  parts.push(agreed(baseTokens.slice(reached).join('')))
  const merged = tidyParts(parts)
  return bringsBack({ base, mine, theirs }, merged) ? [whole] : widenToSentences(merged)
}

/** Whether a word that one side deleted is back because the other side carried it to another place. */
function bringsBack({ base, mine, theirs }: Versions, merged: readonly MergePart[]): boolean {
  if (merged.some(({ kind }) => kind === 'conflict')) return false
  const [old, ours, others] = [wordBag(base), wordBag(mine), wordBag(theirs)]
  const result = wordBag(merged.map((part) => ('text' in part ? part.text : '')).join(''))
  return [...old.counts].some(([word, count]) => {
    const left = ours.counts.get(word) ?? 0
    const right = others.counts.get(word) ?? 0
    return count === 1 && left + right === 1 && result.counts.has(word)
  })
}

function changes(base: readonly string[], side: readonly string[]): readonly Hunk[] | null {
  const hunks = align(base, side, { maxEdits: MAX_EDITS })
  return hunks && tidyHunks(hunks, base, side)
}

/** A word in between keeps two changes apart; so does the border of a paragraph, list item or table row. */
function isApart(between: readonly string[]): boolean {
  if (between.some(isWord)) return true
  const lineEnds = between.filter(isLineEnd).length
  return (
    lineEnds > 1 || (lineEnds === 1 && between.some((token) => !isSpace(token) && !isStop(token)))
  )
}

/** Ends of sentences are no border: `ran.` and `The` are neighbours. */
function isStop(token: string): boolean {
  return /^[.,;:!?…"'”’»)\]]+$/u.test(token)
}
