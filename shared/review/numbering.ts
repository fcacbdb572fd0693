import type { Edit } from './edits'

/** The number that begins a list item, with the space after it. */
const NUMBERED = /^([ \t>]{0,60})(\d{1,9}[.)][ \t]{1,4})/
const NUMBERS = /^[ \t>]{0,60}\d{1,9}[.)](?:[ \t]{1,4}|$)/gm
const ONLY_NUMBER = /^\d{1,9}[.)][ \t]{1,4}$/
const HAS_NUMBERS = /^[ \t>]{0,60}\d{1,9}[.)][ \t]/m

/** Whether a text may have a numbered list. */
export function hasNumbers(text: string): boolean {
  return HAS_NUMBERS.test(text)
}

/** Words without the numbers that begin their lines. */
export function withoutNumbers(words: string): string {
  return words.replace(NUMBERS, '')
}

/** Whether nothing but the number of an item changes. */
export function isRenumbering(deleted: string, inserted: string): boolean {
  return ONLY_NUMBER.test(deleted) && ONLY_NUMBER.test(inserted)
}

/** Whether a stretch that begins within a line goes on in lines of a list only. */
export function isWithinList(text: string): boolean {
  return text
    .split(/\r\n|\n|\r/)
    .slice(1)
    .every((line) => line === '' || /^[ \t>]/.test(line) || NUMBERED.test(line))
}

/** A text whose items are all numbered alike, and where in the real one its places are. */
interface Unnumbered {
  readonly text: string
  /** Null inside of a number. */
  realOf(place: number): number | null
  /** The numbers between two places of the text, each with where it stands in both. */
  numbersIn(start: number, end: number): readonly Numbered[]
}

interface Numbered {
  readonly at: number
  readonly real: number
  readonly number: string
}

/** What every number is while lines are compared. */
const ANY = '0. '

function unnumber(real: string): Unnumbered {
  const numbers: Numbered[] = []
  let text = ''
  let passed = 0
  for (const line of real.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? []) {
    const [, lead = '', number] = NUMBERED.exec(line) ?? []
    if (number === undefined) text += line
    else {
      numbers.push({ at: text.length + lead.length, real: passed + lead.length, number })
      text += lead + ANY + line.slice(lead.length + number.length)
    }
    passed += line.length
  }
  return {
    text,
    realOf(place) {
      let shift = 0
      for (const { at, real: realAt, number } of numbers) {
        if (at >= place) break
        if (place < at + ANY.length) return null
        shift = realAt + number.length - (at + ANY.length)
      }
      return place + shift
    },
    numbersIn: (start, end) => numbers.filter(({ at }) => start <= at && at < end),
  }
}

/**
 * What was edited where items of numbered lists stand in another order: `editsOf` compares the texts
 * with all items numbered alike, and the numbers that change are told beside what it finds. Null where
 * it finds nothing, or cannot be told so.
 */
export function editsBesideNumbers(
  before: string,
  after: string,
  editsOf: (
    before: string,
    after: string,
    realOf: (place: number) => number,
  ) => readonly Edit[] | null,
): readonly Edit[] | null {
  if (!hasNumbers(before)) return null
  const [old, now] = [unnumber(before), unnumber(after)]
  const found = editsOf(old.text, now.text, (place) => old.realOf(place) ?? place)
  if (found === null) return null
  const edits: Edit[] = []
  let [from, to] = [0, 0]
  for (const edit of [...found, null]) {
    const start = edit?.start ?? old.text.length
    edits.push(...renumbered(old.numbersIn(from, start), now.numbersIn(to, to + start - from)))
    if (edit === null) break
    const began = to + start - from
    const places = [old.realOf(start), old.realOf(edit.end)] as const
    const texts = [now.realOf(began), now.realOf(began + edit.text.length)] as const
    const [realStart, realEnd] = places
    const [textStart, textEnd] = texts
    if (realStart === null || realEnd === null || textStart === null || textEnd === null)
      return null
    const text = after.slice(textStart, textEnd)
    edits.push({ start: realStart, end: realEnd, text, isBlock: false })
    from = edit.end
    to = began + edit.text.length
  }
  return joined(edits, before)
}

function renumbered(old: readonly Numbered[], now: readonly Numbered[]): readonly Edit[] {
  return old.flatMap(({ real, number }, index): readonly Edit[] => {
    const text = now[index]?.number ?? number
    if (text === number) return []
    return [{ start: real, end: real + number.length, text, isBlock: false }]
  })
}

/** Edits side by side as one, without what they have in common: an item and the number of the next. */
function joined(edits: readonly Edit[], before: string): readonly Edit[] {
  const out: Edit[] = []
  for (const edit of edits) {
    const last = out.at(-1)
    const between = last && before.slice(last.end, edit.start)
    // A number may stand behind the signs of a quotation, or be set in.
    if (last && between !== undefined && /^[ \t>]*$/.test(between)) {
      const text = last.text + between + edit.text
      out[out.length - 1] = { ...last, end: edit.end, text }
    } else out.push(edit)
  }
  return out.map((edit) => trimmed(edit, before))
}

/** An item that comes or goes is told from behind its number, which stays as the number of the next. */
function trimmed(edit: Edit, before: string): Edit {
  const old = before.slice(edit.start, edit.end)
  const { text } = edit
  if (old !== '' && text.startsWith(old)) {
    return { ...edit, start: edit.end, text: text.slice(old.length) }
  }
  if (text !== '' && old.startsWith(text)) {
    return { ...edit, start: edit.start + text.length, text: '' }
  }
  return edit
}
