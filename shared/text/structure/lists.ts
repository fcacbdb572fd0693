import type { Finding, ListItem, Part } from './model'

/** Characters that stand before a point and nowhere else. */
const BULLET = /^[•‣⁃∙▪▫■□●○◦◆◇►▶▸▹➢➤➔→✓✔✦★❖\uf0b7\uf0a7\uf0d8·](?:\s+|(?=\p{L}))/u
/** Characters that may start a line of something else: dialogue, a footnote, a sum. */
const DASH = /^(?:[-*–+]|o)[\t ]+(?=\S)/
const NUMBER = /^\(?(\d{1,3})[.)]\s+(?=\S)/
const LETTER = /^\(?([a-z])\)\s+(?=\S)/

type Marker =
  | { readonly kind: 'bullet' | 'dash'; readonly length: number }
  | { readonly kind: 'number' | 'letter'; readonly length: number; readonly value: number }

function markerOf(text: string): Marker | null {
  const bullet = BULLET.exec(text)
  if (bullet) return { kind: 'bullet', length: bullet[0].length }
  const dash = DASH.exec(text)
  if (dash) return { kind: 'dash', length: dash[0].length }
  const number = NUMBER.exec(text)
  if (number) return { kind: 'number', length: number[0].length, value: Number(number[1]) }
  const letter = LETTER.exec(text)
  if (letter) {
    const value = (letter[1] ?? 'a').charCodeAt(0) - 96
    return { kind: 'letter', length: letter[0].length, value }
  }
  return null
}

/** Whether a line starts as a list's item does. */
export function startsItem(line: string): boolean {
  return markerOf(line) !== null
}

/** Whether `text` is nothing but a bullet, as pages leave that set bullet and words on lines of their own. */
function isLoneBullet(text: string): boolean {
  return /^[•‣▪■●○◦◆►▶➢·]$/u.test(text)
}

/** How deep each item stands, from the columns it is indented by. */
function depths(indents: readonly number[]): readonly number[] {
  const levels: number[] = []
  return indents.map((indent) => {
    while (levels.length > 0 && indent < (levels.at(-1) ?? 0)) levels.pop()
    if (levels.length === 0 || indent > (levels.at(-1) ?? 0) + 1) levels.push(indent)
    return levels.length - 1
  })
}

interface Taken {
  readonly marker: Marker
  readonly text: string
  readonly indent: number
  readonly to: number
}

function itemAt(parts: readonly Part[], index: number): Taken | null {
  const part = parts[index]
  if (part === undefined) return null
  const next = parts[index + 1]
  if (isLoneBullet(part.text) && next !== undefined && !isLoneBullet(next.text)) {
    const marker: Marker = { kind: 'bullet', length: 0 }
    return { marker, text: next.text, indent: part.indent, to: index + 2 }
  }
  const marker = markerOf(part.text)
  if (marker === null) return null
  const text = part.text.slice(marker.length).trim()
  return text === '' ? null : { marker, text, indent: part.indent, to: index + 1 }
}

function continues(items: readonly Taken[], next: Taken): boolean {
  const last = items.at(-1)
  if (last === undefined) return true
  const isCounted = (item: Taken): boolean =>
    item.marker.kind === 'number' || item.marker.kind === 'letter'
  if (!isCounted(next) && !isCounted(last)) return true
  if (isCounted(next) !== isCounted(last)) return next.indent > last.indent || items.length > 1
  const before = [...items].reverse().find((item) => item.marker.kind === next.marker.kind)
  const value = 'value' in next.marker ? next.marker.value : 0
  const previous = before && 'value' in before.marker ? before.marker.value : 0
  return value === previous + 1 || value === 1
}

/**
 * Lists: a real bullet is one wherever it stands; dashes, numbers and letters start too many other
 * things, so that there must be two of them at least, and numbers must count from 1.
 */
export function findLists(parts: readonly Part[]): readonly Finding[] {
  const findings: Finding[] = []
  let index = 0
  while (index < parts.length) {
    const items: Taken[] = []
    let to = index
    for (let item = itemAt(parts, to); item && continues(items, item); item = itemAt(parts, to)) {
      items.push(item)
      to = item.to
    }
    const [first] = items
    const isList =
      first !== undefined &&
      (first.marker.kind === 'bullet' ||
        (items.length > 1 && (!('value' in first.marker) || first.marker.value === 1)))
    if (first === undefined || !isList) {
      index++
      continue
    }
    findings.push({ from: index, to, ...readingOf(first, items) })
    index = to
  }
  return findings
}

function readingOf(first: Taken, items: readonly Taken[]): Pick<Finding, 'reading' | 'reason'> {
  const ordered = 'value' in first.marker
  const levels = depths(items.map(({ indent }) => indent))
  const listed = items.map(({ text }, at): ListItem => ({ text, depth: levels[at] ?? 0 }))
  const reason = ordered
    ? `${items.length} paragraphs that count up from 1`
    : `${items.length === 1 ? 'A paragraph that starts' : `${items.length} paragraphs that start`} with a bullet`
  return { reading: { kind: 'list', ordered, items: listed }, reason }
}
