import type { Heading, Paragraph, Text } from 'mdast'
import type { PlainLine } from './plainLines'
import { type Line, type Point, pointOn } from './sourceLines'

export type Leaf = Heading | Paragraph

interface Position {
  readonly start: Point
  readonly end: Point
}

/** Whoever is given a tree may change it, so no two nodes share a point. */
function own({ start, end }: Position): Position {
  return { start: { ...start }, end: { ...end } }
}

function textAt(value: string, position: Position): Text {
  return { type: 'text', value, position: own(position) }
}

/** The block that lines between blank ones are when they hold only words; null for any other. */
export function leafOf(lines: readonly Line[], plain: readonly PlainLine[]): Leaf | null {
  const [first] = lines
  const last = lines.at(-1)
  const { lead, words } = plain[0] ?? { lead: '', words: '' }
  if (!first || !last) return null
  const position = { start: first.start, end: pointOn(last) }
  if (/^#+ $/.test(lead) && lines.length === 1) {
    const text = textAt(words, { ...position, start: pointOn(first, lead.length + 1) })
    const depth = (lead.length - 1) as Heading['depth']
    return { type: 'heading', depth, children: [text], position: own(position) }
  }
  if (plain.some((each) => each.lead !== '')) return null
  const value = lines.map((line) => line.text + (line === last ? '' : line.ending)).join('')
  return { type: 'paragraph', children: [textAt(value, position)], position: own(position) }
}
