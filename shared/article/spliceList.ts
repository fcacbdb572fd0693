import { isScalar, Scalar, type YAMLSeq } from 'yaml'
import { applySplice, type Splice } from '../domain/splice'
import { itemText, scalarText } from './fieldText'
import { type LineEnding, lineEndAfter, lineStartOf } from './lineEnding'

interface Item {
  readonly value: string
  readonly start: number
  readonly end: number
  readonly type: Scalar.Type | undefined
}

/** The list's items where each is words on a line of its own or between brackets; else null. */
function itemsOf(data: string, list: YAMLSeq): readonly Item[] | null {
  const items: Item[] = []
  for (const node of list.items) {
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null
    if (node.anchor !== undefined || node.tag !== undefined) return null
    if (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL) return null
    const [start, end] = node.range
    const before = data.slice(lineStartOf(data, start), start)
    if (list.flow !== true && !/^ *- +$/.test(before)) return null
    items.push({ value: node.value, start, end, type: node.type })
  }
  return items.length === 0 ? null : items
}

/** How many items both have at the start, and after those at the end. */
function sharedEnds(before: readonly Item[], after: readonly string[]): readonly [number, number] {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  while (first < shorter && before[first]?.value === after[first]) first++
  let last = 0
  while (last < shorter - first && before.at(-1 - last)?.value === after.at(-1 - last)) last++
  return [first, last]
}

/** What an item is written as in the place of another. */
function written(value: string, { type }: Item, isFlow: boolean): string {
  if (type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE) return scalarText(value, type)
  return isFlow ? itemText(value) : scalarText(value)
}

/**
 * The data with other words in one of its lists. Items that stay keep their bytes, with the comments
 * beside them. Null for a list that cannot be changed item by item.
 */
export function spliceList(
  data: string,
  list: YAMLSeq,
  words: readonly string[],
  ending: LineEnding,
): string | null {
  const items = itemsOf(data, list)
  if (items === null || words.length === 0) return null
  const isFlow = list.flow === true
  const [first, last] = sharedEnds(items, words)
  const olds = items.slice(first, items.length - last)
  const news = words.slice(first, words.length - last)
  const changed = olds.slice(0, news.length).map((item, index): Splice => {
    const { start, end } = item
    return { at: start, removed: end - start, text: written(news[index] ?? '', item, isFlow) }
  })
  const gone = olds.slice(news.length)
  const added = news.slice(olds.length)
  const at = first + Math.min(olds.length, news.length)
  const more = isFlow
    ? flowSplices(items, at, gone, added)
    : blockSplices(data, items, at, gone, added, ending)
  return [...changed, ...more].reduceRight<string | null>(
    (text, splice) => (text === null ? null : applySplice(text, splice)),
    data,
  )
}

/** Takes away the items from `at` on that are gone, or puts others in front of the one at `at`. */
function flowSplices(
  items: readonly Item[],
  at: number,
  gone: readonly Item[],
  added: readonly string[],
): readonly Splice[] {
  const before = items[at - 1]
  const next = items[at + gone.length]
  if (gone.length > 0) {
    const from = before?.end ?? gone[0]?.start ?? 0
    const to = before ? (gone.at(-1)?.end ?? from) : (next?.start ?? from)
    return [{ at: from, removed: to - from, text: '' }]
  }
  if (added.length === 0) return []
  const texts = added.map(itemText)
  return before
    ? [{ at: before.end, removed: 0, text: texts.map((text) => `, ${text}`).join('') }]
    : [{ at: next?.start ?? 0, removed: 0, text: texts.map((text) => `${text}, `).join('') }]
}

/** The same line by line. */
function blockSplices(
  data: string,
  items: readonly Item[],
  at: number,
  gone: readonly Item[],
  added: readonly string[],
  ending: LineEnding,
): readonly Splice[] {
  const removed = gone.map(({ start, end }): Splice => {
    const from = lineStartOf(data, start)
    return { at: from, removed: lineEndAfter(data, end) - from, text: '' }
  })
  if (added.length === 0) return removed
  const before = items[at - 1]
  const like = (before ?? items[0])?.start ?? 0
  const lineStart = lineStartOf(data, like)
  const place = before ? lineEndAfter(data, before.end) : lineStart
  const lines = added.map((text) => data.slice(lineStart, like) + scalarText(text) + ending)
  // The last line of all may have no end of its own.
  const isOpen = place > 0 && !/[\r\n]/.test(data[place - 1] ?? '')
  const text = isOpen ? ending + lines.join('').slice(0, -ending.length) : lines.join('')
  return [...removed, { at: place, removed: 0, text }]
}
