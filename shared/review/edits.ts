import { align } from '../text/align'
import { tidyHunks } from '../text/tidyHunks'
import { tokensOf } from '../text/tokens'
import { blockRanges } from './code'

/** A stretch of a text and what stands there instead. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Whether whole lines change as one, because what is in them cannot be parted. */
  readonly isBlock: boolean
}

const MAX_EDITS = 2_000

/** What was edited between two texts: letters where a word grew or shrank, words elsewhere. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  const shared = sharedEnds(before, after)
  const old = before.slice(shared.start, before.length - shared.end)
  const now = after.slice(shared.start, after.length - shared.end)
  if (old === '' || now === '') {
    return [settle({ start: shared.start, end: shared.start + old.length, text: now }, before)]
  }
  // Whole words on both sides, so that the comparison sees what a reader sees.
  const wider = widen(before, after, shared)
  const a = tokensOf(before.slice(wider.start, before.length - wider.end))
  const b = tokensOf(after.slice(wider.start, after.length - wider.end))
  const found = align(a, b, { maxEdits: MAX_EDITS })
  const hunks = found ? tidyHunks(found, a, b) : [{ a0: 0, a1: a.length, b0: 0, b1: b.length }]
  const places = placesOf(a)
  return hunks.map(({ a0, a1, b0, b1 }) => {
    const start = wider.start + (places[a0] ?? 0)
    const oldText = a.slice(a0, a1).join('')
    return settle(
      narrow({ start, end: start + oldText.length, text: b.slice(b0, b1).join('') }, before),
      before,
    )
  })
}

type Plain = Omit<Edit, 'isBlock'>

function placesOf(tokens: readonly string[]): readonly number[] {
  const places = [0]
  for (const token of tokens) places.push((places.at(-1) ?? 0) + token.length)
  return places
}

interface Ends {
  readonly start: number
  readonly end: number
}

function sharedEnds(a: string, b: string): Ends {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && a[start] === b[start]) start++
  if (isInsidePair(a, start) || isInsidePair(b, start)) start--
  let end = 0
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  if (isInsidePair(a, a.length - end) || isInsidePair(b, b.length - end)) end--
  return { start, end: Math.max(0, end) }
}

/** Whether a cut here would part a surrogate pair or a line end of two signs. */
function isInsidePair(text: string, place: number): boolean {
  const left = text.charCodeAt(place - 1)
  if (left === 13 && text.charCodeAt(place) === 10) return true
  return left >= 0xd800 && left <= 0xdbff
}

function widen(a: string, b: string, { start, end }: Ends): Ends {
  let first = start
  while (first > 0 && /[^\s]/.test(a[first - 1] ?? ' ')) first--
  let last = end
  const most = Math.min(a.length, b.length) - first
  while (last > 0 && /[^\s]/.test(a[a.length - last] ?? ' ')) last--
  return { start: first, end: Math.min(last, most) }
}

/** A replacement that only adds or only takes away letters is told so. */
function narrow(edit: Plain, before: string): Plain {
  const old = before.slice(edit.start, edit.end)
  const { start, end } = sharedEnds(old, edit.text)
  const text = edit.text.slice(start, edit.text.length - end)
  const isOneSided = text === '' || start + end === old.length
  return isOneSided ? { start: edit.start + start, end: edit.end - end, text } : edit
}

/** Moves an addition or removal to where blocks part, and keeps a backslash with the sign it is for. */
function settle(edit: Plain, before: string): Edit {
  let { start, end, text } = slideToLine(edit, before)
  if (before[start - 1] === '\\') {
    start--
    text = `\\${text}`
  }
  return { start, end, text, isBlock: false }
}

const MAX_SLIDE = 2_000

function slideToLine(edit: Plain, before: string): Plain {
  const isInsertion = edit.start === edit.end
  if (!isInsertion && edit.text !== '') return edit
  const moving = isInsertion ? edit.text : before.slice(edit.start, edit.end)
  if (!/[\r\n]/.test(moving)) return edit
  let text = moving
  let { start } = edit
  for (let step = 0; step <= MAX_SLIDE; step++) {
    const startsLine = start === 0 || /[\r\n]/.test(before[start - 1] ?? '')
    const isCut = text.startsWith('\n') && before[start - 1] === '\r'
    if (startsLine && !isCut && /[\r\n]$/.test(text)) {
      const length = isInsertion ? 0 : text.length
      return { start, end: start + length, text: isInsertion ? text : '' }
    }
    const left = before[start - 1]
    if (left === undefined || left !== text.at(-1)) return edit
    text = left + text.slice(0, -1)
    start--
  }
  return edit
}

/** What was edited, as whole blocks: for where a part of one could not be marked. */
export function editsByBlock(before: string, after: string): readonly Edit[] {
  const a = slicesOf(before)
  const b = slicesOf(after)
  const aTexts = a.map(({ source, gap }) => source + gap)
  const bTexts = b.map(({ source, gap }) => source + gap)
  const hunks = align(aTexts, bTexts, { maxEdits: MAX_EDITS }) ?? [
    { a0: 0, a1: a.length, b0: 0, b1: b.length },
  ]
  const places = placesOf(aTexts)
  return hunks.flatMap(({ a0, a1, b0, b1 }) => {
    const start = places[a0] ?? 0
    return editsOfRegion(start, joined(a.slice(a0, a1)), joined(b.slice(b0, b1)))
  })
}

interface Slice {
  readonly source: string
  readonly gap: string
}

function joined(slices: readonly Slice[]): Slice {
  const last = slices.at(-1)
  if (!last) return { source: '', gap: '' }
  const head = slices.slice(0, -1).map(({ source, gap }) => source + gap)
  return { source: head.join('') + last.source, gap: last.gap }
}

function editsOfRegion(start: number, old: Slice, now: Slice): readonly Edit[] {
  const middle = start + old.source.length
  const source: Edit = { start, end: middle, text: now.source, isBlock: true }
  const gap: Edit = { start: middle, end: middle + old.gap.length, text: now.gap, isBlock: false }
  return [...(old.source === now.source ? [] : [source]), ...(old.gap === now.gap ? [] : [gap])]
}

/** The blocks of a body with what stands after each; joined they are the body. */
function slicesOf(body: string): readonly Slice[] {
  const ranges = blockRanges(body)
  const starts = ranges.map(({ start }) => lineStart(body, start))
  const slices = ranges.map(({ end }, index): Slice => {
    const start = starts[index] ?? 0
    const next = starts[index + 1] ?? body.length
    const last = Math.max(start, Math.min(next, end))
    return { source: body.slice(start, last), gap: body.slice(last, next) }
  })
  const lead = body.slice(0, starts[0] ?? body.length)
  return lead === '' ? slices : [{ source: '', gap: lead }, ...slices]
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}
