import { align } from '../text/align'
import { type Edit, editsBetween } from './edits'

const MAX_EDITS = 500
const MAX_LINES = 2_000

interface Line {
  readonly text: string
  readonly start: number
}

/**
 * What was edited where whole lines stand in another order: those that moved go as a whole and come
 * as a whole, and no word of one is compared with another. Of two that changed places the one without
 * a mark is taken to have moved. Null where none did.
 */
export function editsOfMoves(
  before: string,
  after: string,
  isMarked: (start: number, end: number) => boolean,
): readonly Edit[] | null {
  const a = linesOf(before)
  const b = linesOf(after)
  if (a.length + b.length > MAX_LINES) return null
  const shared = sharedLines(a, b)
  if (isRising(shared.map(({ to }) => to))) return null
  const anchors = anchorsIn(
    shared.filter(({ from }) => {
      const line = a[from]
      return line !== undefined && isMarked(line.start, line.start + line.text.length)
    }),
  )
  const edits: Edit[] = []
  const kept = new Set(shared.map(({ from }) => a[from]?.text))
  let done = { from: 0, to: 0 }
  for (const next of [...anchors, { from: a.length, to: b.length }]) {
    const part = editsOfPart(a.slice(done.from, next.from), b.slice(done.to, next.to), {
      kept,
      end: a[next.from]?.start ?? before.length,
    })
    if (part === null) return null
    edits.push(...part)
    done = { from: next.from + 1, to: next.to + 1 }
  }
  return edits
}

function linesOf(text: string): readonly Line[] {
  let start = 0
  return (text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []).map((line) => {
    const made = { text: line, start }
    start += line.length
    return made
  })
}

interface SharedLine {
  readonly from: number
  readonly to: number
}

/** Lines with words that both texts have once, in the order of the first. */
function sharedLines(a: readonly Line[], b: readonly Line[]): readonly SharedLine[] {
  const places = onlyOnce(b)
  return [...onlyOnce(a)].flatMap(([text, from]) => {
    const to = places.get(text)
    return to === undefined ? [] : [{ from, to }]
  })
}

function onlyOnce(lines: readonly Line[]): ReadonlyMap<string, number> {
  const seen = new Set<string>()
  const once = new Map<string, number>()
  lines.forEach(({ text }, index) => {
    if (text.trim() === '') return
    if (seen.has(text)) once.delete(text)
    else once.set(text, index)
    seen.add(text)
  })
  return once
}

function isRising(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
}

/** Those that can stay where they are, each after the one before it. */
function anchorsIn(lines: readonly SharedLine[]): readonly SharedLine[] {
  let last = -1
  return lines.filter(({ to }) => {
    if (to <= last) return false
    last = to
    return true
  })
}

function editsOfPart(
  a: readonly Line[],
  b: readonly Line[],
  { kept, end }: { readonly kept: ReadonlySet<string | undefined>; readonly end: number },
): readonly Edit[] | null {
  const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)
  const hunks = align(texts(a), texts(b), { maxEdits: MAX_EDITS })
  if (hunks === null) return null
  return hunks.flatMap((hunk) => {
    const { a0, a1, b0, b1 } = parted(hunk, a, b)
    const old = endsOf(texts(a.slice(a0, a1)), kept)
    const now = endsOf(texts(b.slice(b0, b1)), kept)
    let start = a[a0]?.start ?? end
    // What was edited beside lines that moved is told by itself.
    return (['lead', 'middle', 'tail'] as const).flatMap((part) => {
      const from = start
      start += old[part].join('').length
      return editsOfLines({ old: old[part], now: now[part], from, kept }, a)
    })
  })
}

interface ChangedLines {
  readonly old: readonly string[]
  readonly now: readonly string[]
  readonly from: number
  readonly kept: ReadonlySet<string | undefined>
}

function editsOfLines({ old, now, from, kept }: ChangedLines, a: readonly Line[]): readonly Edit[] {
  const [before, text] = [old.join(''), now.join('')]
  if (before === text) return []
  const hasMoved = [...old, ...now].some((line) => kept.has(line))
  const edit: Edit = { start: from, end: from + before.length, text, isBlock: false }
  if (hasMoved || before === '' || text === '') return [pulledBack(edit, a)]
  return editsBetween(before, text).map((inner) => ({
    ...inner,
    start: from + inner.start,
    end: from + inner.end,
  }))
}

/** Lines that moved at either end, with the blank ones beside them, and what lies between. */
function endsOf(lines: readonly string[], kept: ReadonlySet<string | undefined>) {
  const isOther = (line: string): boolean => line.trim() !== '' && !kept.has(line)
  const hasMoved = (part: readonly string[]): boolean => part.some((line) => kept.has(line))
  const first = lines.findIndex(isOther)
  if (first === -1 && hasMoved(lines)) return { lead: lines, middle: [], tail: [] }
  if (first === -1) return { lead: [], middle: lines, tail: [] }
  const last = lines.findLastIndex(isOther)
  const from = hasMoved(lines.slice(0, first)) ? first : 0
  const to = hasMoved(lines.slice(last + 1)) ? last + 1 : lines.length
  return { lead: lines.slice(0, from), middle: lines.slice(from, to), tail: lines.slice(to) }
}

/** At the end a run takes the line end before it along and leaves its own, so that it begins where a block ends. */
function pulledBack(edit: Edit, a: readonly Line[]): Edit {
  const isInsertion = edit.start === edit.end
  if (!isInsertion && edit.text !== '') return edit
  const index = a.findIndex(({ start }) => start >= edit.start)
  const before = a[(index === -1 ? a.length : index) - 1]?.text
  const run = isInsertion
    ? edit.text
    : a
        .filter((line) => isWithin(line, edit))
        .map(textOf)
        .join('')
  const ending = /(?:\r\n|\n|\r)$/.exec(run)?.[0] ?? ''
  if (!/^[ \t]*[\r\n]/.test(run) || ending === '' || !before?.endsWith(ending)) return edit
  return {
    ...edit,
    start: edit.start - ending.length,
    end: edit.end - ending.length,
    text: isInsertion ? ending + edit.text.slice(0, -ending.length) : '',
  }
}

const textOf = ({ text }: Line): string => text

function isWithin({ start }: Line, edit: Edit): boolean {
  return start >= edit.start && start < edit.end
}

interface Hunk {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}

/** A run that begins with a blank line begins after it, where a blank line follows: so blocks are parted. */
function parted({ a0, a1, b0, b1 }: Hunk, a: readonly Line[], b: readonly Line[]): Hunk {
  const isBlank = (line: Line | undefined): boolean => line !== undefined && line.text.trim() === ''
  const first = a0 === a1 ? b[b0] : a[a0]
  const after = a0 === a1 ? b[b1] : a[a1]
  const isOneSided = (a0 === a1) !== (b0 === b1)
  const follows = a[a1]?.text === b[b1]?.text
  const slides = isOneSided && isBlank(first) && follows && first?.text === after?.text
  return slides ? { a0: a0 + 1, a1: a1 + 1, b0: b0 + 1, b1: b1 + 1 } : { a0, a1, b0, b1 }
}
