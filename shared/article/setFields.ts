import {
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  stringify,
  type YAMLMap,
} from 'yaml'
import { AppError } from '../api/errors'
import { type LineEnding, lineEndingOf, withLineEnding } from './lineEnding'
import { keyOf, yamlValue } from './meta'
import { splitArticle } from './split'

/** Front-matter keys and the strings to set; an empty string takes the key away. */
export type FieldChanges = Readonly<Record<string, string>>

/** Keys that belong at the top, in this order, when they are new; others go to the end. */
const LEADING = ['title', 'standfirst']

/**
 * `frontMatter` with some keys set. Only the bytes of those keys change: comments, order, quoting,
 * anchors and line endings stay. A key already at its value is left as written. A file without
 * front matter gets a YAML one (`ending` is its line ending), and none when every change is empty.
 * Throws `AppError` `invalid` for front matter that cannot be edited safely (malformed, TOML, JSON).
 */
export function setFields(
  frontMatter: string,
  changes: FieldChanges,
  ending: LineEnding = lineEndingOf(frontMatter),
): string {
  const { format, data } = splitArticle(frontMatter)
  if (format === 'none') return newFrontMatter(changes, ending)
  if (format !== 'yaml') {
    throw new AppError('invalid', `The front matter is ${format.toUpperCase()}; edit it as text.`)
  }
  let edited = data
  for (const [key, value] of ordered(changes)) edited = setKey(edited, key, value, ending)
  const start = /^[^\r\n]*(\r\n|\r|\n)/.exec(frontMatter)?.[0].length ?? 0
  return frontMatter.slice(0, start) + edited + frontMatter.slice(start + data.length)
}

function ordered(changes: FieldChanges): readonly (readonly [string, string])[] {
  const rank = (key: string): number => {
    const index = LEADING.indexOf(key)
    return index === -1 ? LEADING.length : index
  }
  return Object.entries(changes).sort(([a], [b]) => rank(a) - rank(b))
}

function newFrontMatter(changes: FieldChanges, ending: LineEnding): string {
  const lines = ordered(changes)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${scalarText(value)}`)
  return lines.length === 0 ? '' : ['---', ...lines, '---', '', ''].join(ending)
}

/** A string as a one-line YAML scalar: plain where that reads back as the same string, else quoted. */
function scalarText(value: string, like?: Scalar.Type): string {
  const scalar = new Scalar(value)
  if (like === 'QUOTE_DOUBLE' || like === 'QUOTE_SINGLE') scalar.type = like
  // `compat` also quotes what only older readers take for something else than a string (yes, 0o7).
  const text = stringify(scalar, { lineWidth: 0, blockQuote: false, compat: 'yaml-1.1' }).replace(
    /\n$/,
    '',
  )
  return text.includes('\n') ? JSON.stringify(value) : text
}

function setKey(data: string, key: string, value: string, ending: LineEnding): string {
  const document = parseDocument(data, {
    uniqueKeys: false,
    keepSourceTokens: true,
    logLevel: 'silent',
  })
  if (document.errors.length > 0) {
    throw new AppError('invalid', 'The front matter is not valid YAML; mend it as text first.')
  }
  const map = document.contents
  if (!isMap(map)) {
    return value === ''
      ? data
      : `${withFinalLineEnding(data, ending)}${key}: ${scalarText(value)}${ending}`
  }
  const pair = map.items.find((candidate) => keyOf(candidate) === key)
  if (pair) return setPair(data, pair, value, { flow: map.flow === true })
  if (value === '') return data
  return insertKey(data, map, key, value, ending)
}

function withFinalLineEnding(text: string, ending: LineEnding): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + ending
}

function setPair(
  data: string,
  pair: Pair,
  value: string,
  { flow }: { readonly flow: boolean },
): string {
  const node = pair.value as Node | null
  if (yamlValue(node) === value) return data
  const keyRange = isScalar(pair.key) ? pair.key.range : null
  if (!keyRange) throw new AppError('internal', 'A front-matter key has no place in its source.')
  if (!node?.range || node.range[0] === node.range[1]) {
    const colon = data.indexOf(':', keyRange[1]) + 1
    const text = scalarText(value, flow ? Scalar.QUOTE_DOUBLE : undefined)
    return value === '' ? data : `${data.slice(0, colon)} ${text}${data.slice(colon)}`
  }
  const [start, valueEnd] = node.range
  // Braces and commas end a plain scalar inside a flow mapping.
  const like = flow ? Scalar.QUOTE_DOUBLE : isScalar(node) ? node.type : undefined
  // A block scalar's range runs through its last line ending; the new scalar keeps that line ending.
  const tail = /(\r\n|\r|\n)?$/.exec(data.slice(start, valueEnd))?.[0] ?? ''
  const text = value === '' ? '""' : scalarText(value, like ?? undefined)
  return data.slice(0, start) + text + tail + data.slice(valueEnd)
}

function insertKey(
  data: string,
  map: YAMLMap,
  key: string,
  value: string,
  ending: LineEnding,
): string {
  if (map.flow) {
    const document = parseDocument(data, { uniqueKeys: false, logLevel: 'silent' })
    document.set(key, value)
    return withLineEnding(document.toString({ lineWidth: 0 }), ending)
  }
  const line = `${key}: ${scalarText(value)}${ending}`
  const rank = LEADING.indexOf(key)
  const before = rank === -1 ? [] : LEADING.slice(0, rank)
  const after = map.items.findLast((pair) => before.includes(keyOf(pair) ?? ''))
  if (after || rank === 0) {
    const end = after
      ? lineEndAfter(data, pairEnd(after))
      : lineStartOf(data, pairStart(map.items[0]))
    return data.slice(0, end) + line + data.slice(end)
  }
  return withFinalLineEnding(data, ending) + line
}

function pairStart(pair: Pair | undefined): number {
  return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
}

function pairEnd(pair: Pair): number {
  const node = pair.value as Node | null
  return node?.range?.[1] ?? (isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0)
}

function lineStartOf(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && /[\r\n]/.test(text[offset - 1] ?? '')) return offset
  const match = /\r\n|\r|\n/.exec(text.slice(offset))
  return match ? offset + match.index + match[0].length : text.length
}
