import { align, type Hunk } from './align'
import { likeness, pairInOrder, type WordBag, wordBag } from './likeness'
import { paragraphsOf } from './paragraphs'
import { diffProse, type ProseChange } from './wordDiff'

/**
 * A paragraph of either text, without the blank lines after it. One that went to another place is
 * told twice: `moved` where it is now, `moved-away` where it was; `twin` is the index of the other.
 */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'changed'
      readonly before: string
      readonly after: string
      readonly changes: readonly ProseChange[]
    }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | {
      readonly kind: 'moved'
      readonly before: string
      readonly after: string
      readonly changes: readonly ProseChange[]
      readonly twin: number
    }
  | { readonly kind: 'moved-away'; readonly before: string; readonly twin: number }

const MAX_EDITS = 3_000

/** What became of each paragraph: those of `before` in their order, and those of `after` in theirs. */
export function diffParagraphs(before: string, after: string): readonly ParagraphChange[] {
  const a = contentsOf(before)
  const b = contentsOf(after)
  const whole: Hunk = { a0: 0, a1: a.length, b0: 0, b1: b.length }
  const list: ParagraphChange[] = []
  let reached = 0
  const same = (end: number): void => {
    for (const text of a.slice(reached, end)) list.push({ kind: 'same', before: text, after: text })
  }
  for (const hunk of align(a, b, { maxEdits: MAX_EDITS }) ?? [whole]) {
    same(hunk.a0)
    list.push(...pairUp(a.slice(hunk.a0, hunk.a1), b.slice(hunk.b0, hunk.b1)))
    reached = hunk.a1
  }
  same(a.length)
  return withMoves(list)
}

function contentsOf(text: string): readonly string[] {
  return paragraphsOf(text)
    .map((paragraph) => paragraph.replace(/^(?:[^\S\r\n]*[\r\n])+/, '').trimEnd())
    .filter((paragraph) => paragraph !== '')
}

function pairUp(a: readonly string[], b: readonly string[]): readonly ParagraphChange[] {
  const list: ParagraphChange[] = []
  let pastA = 0
  let pastB = 0
  const unpaired = (endA: number, endB: number): void => {
    for (const text of a.slice(pastA, endA)) list.push({ kind: 'removed', before: text })
    for (const text of b.slice(pastB, endB)) list.push({ kind: 'added', after: text })
  }
  for (const pair of pairInOrder(a, b)) {
    unpaired(pair.a, pair.b)
    const before = a[pair.a] ?? ''
    const after = b[pair.b] ?? ''
    if (before === after) list.push({ kind: 'same', before, after })
    else list.push({ kind: 'changed', before, after, changes: diffProse(before, after) })
    pastA = pair.a + 1
    pastB = pair.b + 1
  }
  unpaired(a.length, b.length)
  return list
}

/** A paragraph must be this alike, and this long, to be taken for one that went elsewhere. */
const MOVED = 0.6
const MIN_WORDS_EDITED = 6
const MAX_COMPARISONS = 20_000

function withMoves(list: readonly ParagraphChange[]): readonly ParagraphChange[] {
  const result = [...list]
  const gone = bagsOf(list, (change) => (change.kind === 'removed' ? change.before : null))
  const come = bagsOf(list, (change) => (change.kind === 'added' ? change.after : null))
  const isBounded = gone.length * come.length <= MAX_COMPARISONS
  const byText = new Map(gone.map((found) => [found.text, found]))
  const taken = new Set<Found>()
  const move = (from: Found, to: Found): void => {
    taken.add(from)
    taken.add(to)
    const changes = diffProse(from.text, to.text)
    result[to.index] = {
      kind: 'moved',
      before: from.text,
      after: to.text,
      changes,
      twin: from.index,
    }
    result[from.index] = { kind: 'moved-away', before: from.text, twin: to.index }
  }
  for (const to of come) {
    const from = byText.get(to.text)
    if (from && !taken.has(from) && to.bag.total > 0) move(from, to)
  }
  if (!isBounded) return result
  for (const to of come) {
    if (taken.has(to)) continue
    const from = mostAlike(
      to,
      gone.filter((found) => !taken.has(found)),
    )
    if (from) move(from, to)
  }
  return result
}

interface Found {
  readonly index: number
  readonly text: string
  readonly bag: WordBag
}

function bagsOf(
  list: readonly ParagraphChange[],
  textOf: (change: ParagraphChange) => string | null,
): readonly Found[] {
  return list.flatMap((change, index) => {
    const text = textOf(change)
    return text === null ? [] : [{ index, text, bag: wordBag(text) }]
  })
}

function mostAlike(to: Found, among: readonly Found[]): Found | null {
  let best: Found | null = null
  let bestLikeness = MOVED
  for (const from of among) {
    if (Math.min(from.bag.total, to.bag.total) < MIN_WORDS_EDITED) continue
    const value = likeness(from.bag, to.bag)
    if (value < bestLikeness) continue
    best = from
    bestLikeness = value
  }
  return best
}
