import { dropEnd } from '../../../shared/text/runs'

/** What a list can tell of an article's body without a full reading of its Markdown. */
export interface PlainBody {
  /** The first level-1 heading, at most 200 characters; `''` when there is none. */
  readonly heading: string
  /** First words of the running text, at most 200 characters. */
  readonly excerpt: string
  /** All that a reader reads, headings included, code and pictures left out. */
  readonly text: string
}

const MAX_LENGTH = 200

const FENCE = /^ {0,3}(`{3,}|~{3,})/
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/
const DEFINITION = /^ {0,3}\[[^[\]]{1,300}\]:/
/** Underlines of headings, dividers, the rule of a table. */
const RULE = /^[ \t>]*(?:[-=_*|:+][ \t]*){3,}$/
const PREFIX = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?)*/

/**
 * Reads a body line by line. It is a guess where Markdown is intricate, and quick: a library of
 * thousands of articles is listed with it.
 */
export function plainBody(body: string): PlainBody {
  const lines: string[] = []
  let heading = ''
  let excerpt = ''
  let before = ''
  for (const line of outsideCode(body)) {
    if (/^ {0,3}=+[ \t]*$/.test(line) && before !== '') heading ||= before
    if (DEFINITION.test(line) || RULE.test(line)) continue
    const level = HEADING.exec(line)?.[1]?.length ?? 0
    const words = plainLine(level > 0 ? headingText(line) : line.replace(PREFIX, ''))
    before = words
    if (words === '') continue
    if (level === 1) heading ||= words
    if (level === 0 && excerpt.length < MAX_LENGTH) excerpt += `${words} `
    lines.push(words)
  }
  // The underline of a heading comes after it was taken for the first words.
  if (heading !== '' && excerpt.startsWith(heading)) excerpt = excerpt.slice(heading.length)
  return { heading: shorten(heading), excerpt: shorten(excerpt.trim()), text: lines.join('\n') }
}

function* outsideCode(body: string): Generator<string> {
  let fence = ''
  for (const line of body.split(/\r\n|\r|\n/)) {
    const marks = FENCE.exec(line)?.[1] ?? ''
    if (fence === '' && marks === '') yield line
    else if (fence === '') fence = marks
    else if (marks.startsWith(fence) && line.trim() === marks) fence = ''
  }
}

function headingText(line: string): string {
  return withoutClosing(line.replace(HEADING, ''))
}

// Each pattern stops at the next opening bracket, so that no line makes it look far ahead again and again.
const MARKS: readonly (readonly [RegExp, string])[] = [
  // A picture's title may hold what else would end its address: `(Photo: Mira Holt)`.
  [
    /!\[[^[\]]{0,1000}\](?:\([^()"[\]]{0,2000}(?:"[^"[\]]{0,2000}")?[ \t]{0,9}\)|\[[^[\]]{0,300}\])?/g,
    '',
  ],
  [/\[\^[^[\]]{1,300}\]:?/g, ''],
  [/\[([^[\]]{0,1000})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,300}\])/g, '$1'],
  [/<((?:https?|mailto):[^<>\s]{1,2000})>/g, '$1'],
  [/<\/?[a-zA-Z!][^<>]{0,2000}>/g, ''],
  [/(?<!\\)\*+|~~|`+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, ''],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&amp;/g, '&'],
]

function plainLine(line: string): string {
  return MARKS.reduce((text, [pattern, words]) => text.replace(pattern, words), line).trim()
}

function shorten(text: string): string {
  if (text.length <= MAX_LENGTH) return text
  const cut = text.slice(0, MAX_LENGTH - 1)
  const space = cut.lastIndexOf(' ')
  const whole = space > MAX_LENGTH / 2 ? cut.slice(0, space) : cut
  // A character outside the basic plane is two units; half of one is none.
  return `${whole.replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A heading without the signs that may close it. */
function withoutClosing(heading: string): string {
  const open = dropEnd(dropEnd(heading, /[ \t]/), /#/)
  return /[ \t]$/.test(open) ? dropEnd(open, /[ \t]/) : heading
}
