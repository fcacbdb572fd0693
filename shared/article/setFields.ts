import { isMap, isScalar, isSeq, type Node, type Pair, Scalar, type YAMLMap } from 'yaml'
import { AppError } from '../api/errors'
import {
  blockList,
  type FieldInput,
  flowList,
  isEmptyInput,
  isWords,
  scalarText,
  valueText,
} from './fieldText'
import { keyOf, kindOf, kindOfText, sameValue, yamlValue } from './fieldValue'
import {
  type LineEnding,
  lineEndAfter,
  lineEndingOf,
  lineStartOf,
  withLineEnding,
} from './lineEnding'
import { spliceList } from './spliceList'
import { splitArticle } from './split'
import { readYaml } from './yaml'

/**
 * Front-matter keys and what to set them to; nothing (`''` or an empty list) takes the key away.
 * A dot leads into a map that is there: `image.alt`.
 */
export type FieldChanges = Readonly<Record<string, FieldInput>>

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

function ordered(changes: FieldChanges): readonly (readonly [string, FieldInput])[] {
  const rank = (key: string): number => {
    const index = LEADING.indexOf(key)
    return index === -1 ? LEADING.length : index
  }
  return Object.entries(changes).sort(([a], [b]) => rank(a) - rank(b))
}

function newFrontMatter(changes: FieldChanges, ending: LineEnding): string {
  const lines = ordered(changes)
    .filter(([, value]) => !isEmptyInput(value))
    .map(([key, value]) => `${key}:${valueText(value, ending)}`)
  return lines.length === 0 ? '' : ['---', ...lines, '---', '', ''].join(ending)
}

function setKey(data: string, key: string, value: FieldInput, ending: LineEnding): string {
  const { document, problem } = readYaml(data, { source: true })
  if (problem !== null) {
    throw new AppError('invalid', `The front matter ${problem}; mend it as text first.`)
  }
  const map = document.contents
  if (!isMap(map)) {
    return isEmptyInput(value)
      ? data
      : `${withFinalLineEnding(data, ending)}${key}:${valueText(value, ending)}${ending}`
  }
  const pair = map.items.find((candidate) => keyOf(candidate) === key)
  if (pair) return setPair(data, map, pair, value, ending)
  const dot = key.indexOf('.')
  const outer =
    dot < 0 ? undefined : map.items.find((candidate) => keyOf(candidate) === key.slice(0, dot))
  if (outer && isMap(outer.value)) {
    return setInner(data, outer.value, key.slice(dot + 1), value, ending)
  }
  return isEmptyInput(value) ? data : insertKey(data, map, key, value, ending)
}

/** Sets a key of a map inside the front matter; a new one goes after the map's others. */
function setInner(
  data: string,
  map: YAMLMap,
  key: string,
  value: FieldInput,
  ending: LineEnding,
): string {
  const pair = map.items.find((candidate) => keyOf(candidate) === key)
  if (pair) return setPair(data, map, pair, value, ending)
  const last = map.items.at(-1)
  if (isEmptyInput(value) || !last) return data
  const end = pairEnd(last)
  if (map.flow) {
    const text = innerText(value)
    return `${data.slice(0, end)}, ${key}: ${text}${data.slice(end)}`
  }
  const at = lineEndAfter(data, end)
  const start = pairStart(last)
  const indent = data.slice(lineStartOf(data, start), start)
  return `${data.slice(0, at)}${indent}${key}:${valueText(value, ending)}${ending}${data.slice(at)}`
}

/** Between braces there is room for words and numbers only. */
function innerText(value: FieldInput): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? scalarText(value, Scalar.QUOTE_DOUBLE) : '""'
}

function withFinalLineEnding(text: string, ending: LineEnding): string {
  return text === '' || /[\r\n]$/.test(text) ? text : text + ending
}

function setPair(
  data: string,
  map: YAMLMap,
  pair: Pair,
  value: FieldInput,
  ending: LineEnding,
): string {
  const node = pair.value as Node | null
  if (sameValue(yamlValue(node), typeof value === 'number' ? String(value) : value)) return data
  const keyRange = isScalar(pair.key) ? pair.key.range : null
  if (!keyRange) throw new AppError('internal', 'A front-matter key has no place in its source.')
  const flow = map.flow === true
  if (isEmptyInput(value) && !flow && !LEADING.includes(keyOf(pair) ?? '')) {
    return removePair(data, pair)
  }
  if (!node?.range || node.range[0] === node.range[1]) {
    const colon = data.indexOf(':', keyRange[1]) + 1
    if (isEmptyInput(value)) return data
    const text =
      flow && typeof value === 'string'
        ? ` ${scalarText(value, Scalar.QUOTE_DOUBLE)}`
        : valueText(value, ending)
    return `${data.slice(0, colon)}${text}${data.slice(colon)}`
  }
  const [start, valueEnd] = node.range
  // A block value's range runs through its last line ending; the new value keeps that line ending.
  const tail = /(\r\n|\r|\n)?$/.exec(data.slice(start, valueEnd))?.[0] ?? ''
  if (!flow && changesLines(node, value)) {
    const colon = data.indexOf(':', keyRange[1]) + 1
    return data.slice(0, colon) + valueText(value, ending) + tail + data.slice(valueEnd)
  }
  const spliced = isSeq(node) && isWords(value) ? spliceList(data, node, value, ending) : null
  if (spliced !== null) return spliced
  const text = replacement(data, node, value, { flow, ending })
  return data.slice(0, start) + text + tail + data.slice(valueEnd)
}

/** Whether the value moves between the key's own line and lines below it. */
function changesLines(node: Node, value: FieldInput): boolean {
  const isBlock = (isSeq(node) || isMap(node)) && node.flow !== true
  const isOne = typeof value === 'string' || typeof value === 'number'
  if (isBlock && isSeq(node)) return isOne
  const isRecords = !isOne && value.some((item) => typeof item !== 'string')
  return isBlock !== isRecords
}

function isPlain(node: Node): boolean {
  return isScalar(node) && node.type === Scalar.PLAIN
}

/** The value in the style of the one it takes the place of. */
function replacement(
  data: string,
  node: Node,
  value: FieldInput,
  { flow, ending }: { readonly flow: boolean; readonly ending: LineEnding },
): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (value === '') return '""'
    // A number stays one, and so does yes or no.
    if (isPlain(node) && kindOf(node) !== 'words' && kindOf(node) === kindOfText(value))
      return value
    // Braces and commas end a plain scalar inside a flow mapping.
    const like = flow ? Scalar.QUOTE_DOUBLE : isScalar(node) ? node.type : undefined
    return scalarText(value, like ?? undefined)
  }
  const words = value.filter((item) => typeof item === 'string')
  const [only, ...more] = words
  if (isScalar(node) && words.length === value.length && only !== undefined && more.length === 0) {
    return scalarText(only, flow ? Scalar.QUOTE_DOUBLE : (node.type ?? undefined))
  }
  const start = node.range?.[0] ?? 0
  if (isSeq(node) && node.flow !== true) {
    return blockList(value, ' '.repeat(start - lineStartOf(data, start)), ending)
  }
  return flowList(words)
}

function removePair(data: string, pair: Pair): string {
  const start = lineStartOf(data, pairStart(pair))
  return data.slice(0, start) + data.slice(lineEndAfter(data, pairEnd(pair)))
}

function insertKey(
  data: string,
  map: YAMLMap,
  key: string,
  value: FieldInput,
  ending: LineEnding,
): string {
  if (map.flow) {
    const { document } = readYaml(data)
    document?.set(key, value)
    return document === null ? data : withLineEnding(document.toString({ lineWidth: 0 }), ending)
  }
  const line = `${key}:${valueText(value, ending)}${ending}`
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
