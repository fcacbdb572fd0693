import { applySplice, type Splice, spliceBetween } from '../../../shared/domain/splice'
import { align, type Hunk } from '../../../shared/text/align'
import { countWords } from '../../../shared/text/countWords'
import { diffProse } from '../../../shared/text/wordDiff'

/** What makes one version of a text another: changes in their order, each placed in the earlier text. */
export type Delta = readonly Splice[]

export interface Change {
  readonly delta: Delta
  /** Words that only the later text has, and those that only the earlier one has. */
  readonly added: number
  readonly removed: number
}

/** Beyond this many lines that differ, one large change is as good as a thousand small ones. */
const MAX_EDITS = 400

/** The difference between two versions; only the lines that differ are looked at closely. */
export function changeBetween(before: string, after: string): Change {
  const a = linesOf(before)
  const b = linesOf(after)
  const whole: Hunk = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  const delta: Splice[] = []
  let added = 0
  let removed = 0
  let line = 0
  let offset = 0
  for (const { a0, a1, b0, b1 } of align(a, b, { maxEdits: MAX_EDITS }) ?? [whole]) {
    for (; line < a0; line++) offset += a[line]?.length ?? 0
    const old = a.slice(a0, a1).join('')
    const now = b.slice(b0, b1).join('')
    const splice = spliceBetween(old, now)
    if (splice === null) continue
    delta.push({ ...splice, at: splice.at + offset })
    for (const { kind, text } of diffProse(old, now)) {
      if (kind === 'added') added += countWords(text)
      if (kind === 'removed') removed += countWords(text)
    }
  }
  return { delta, added, removed }
}

/** The later text; `null` when the delta was made from another one. */
export function applyDelta(before: string, delta: Delta): string | null {
  let text: string | null = before
  // From the end on, so that no change moves the place of another.
  for (const splice of [...delta].reverse()) {
    if (text === null) return null
    text = applySplice(text, splice)
  }
  return text
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
