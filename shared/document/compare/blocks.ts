import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { type BlockMatch, matchBlocks, matchInPlace } from '../../text/matchBlocks'
import { compareInline, type InlineSides, markInline } from './inline'
import { withoutIds } from './notes'

/** What became of a block as a whole; its words say the rest. */
export type BlockFate = 'inserted' | 'deleted' | 'moved' | 'moved-away'

/** Whether a block that went elsewhere is told as moved, or as deleted there and inserted here. */
export type Moves = 'told' | 'apart'

export interface BlockPair {
  /** The block's place in each version; absent where that version has none. */
  readonly before?: number
  readonly after?: number
  readonly element: Element
}

/** Elements whose children are blocks or stand in lines of their own. */
const BLOCKS = new Set([
  ...['article', 'blockquote', 'caption', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption'],
  ...['figure', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'ol', 'p'],
  ...['pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
])

/** Two versions' blocks as one list, in an order that both can be read from. */
export function compareBlocks(
  before: readonly Element[],
  after: readonly Element[],
  keys: InlineSides,
  moves: Moves,
): readonly BlockPair[] {
  const a = before.map(blockItem)
  const b = after.map(blockItem)
  const matches = moves === 'told' ? matchBlocks(a, b) : matchInPlace(a, b)
  return matches.flatMap((match): BlockPair[] => {
    const place = {
      ...('before' in match ? { before: match.before } : {}),
      ...('after' in match ? { after: match.after } : {}),
    }
    return resultOf(match, a, b, keys).flatMap((element) =>
      element.type === 'element' ? [{ ...place, element }] : [],
    )
  })
}

/** Two versions of one element as one. */
export function compareElement(before: Element, after: Element, keys: InlineSides): Element {
  if (toHtml(before) === toHtml(after)) return after
  return { ...after, children: compareChildren(before, after, keys) }
}

/** An element with all its words inserted or deleted. */
export function markBlock(element: Element, fate: Exclude<BlockFate, 'moved'>): Element {
  const kept = fate === 'inserted' ? element : (withoutIds(element) as Element)
  return withFate(markWords(kept, fate === 'inserted' ? 'inserted' : 'deleted'), fate)
}

function withFate(element: Element, fate: BlockFate): Element {
  const { className } = element.properties
  const classes = Array.isArray(className) ? className : []
  return {
    ...element,
    properties: { ...element.properties, className: [...classes, `is-${fate}`] },
  }
}

function markWords(element: Element, fate: 'inserted' | 'deleted'): Element {
  const children = itemsOf(element).flatMap((item): readonly ElementContent[] =>
    item.element === null
      ? markInline(item.nodes, fate)
      : [isPart(item.element) ? markBlock(item.element, fate) : markWords(item.element, fate)],
  )
  return { ...element, children }
}

/** Rows, items and paragraphs within a block come and go by themselves. */
function isPart({ tagName }: Element): boolean {
  return /^(?:li|tr|p|h[1-6])$/.test(tagName)
}

/** A block, or a run of words between blocks. */
interface Item {
  readonly element: Element | null
  readonly nodes: readonly ElementContent[]
  readonly kind: string
  readonly text: string
}

function blockItem(element: Element): Item {
  return { element, nodes: [element], kind: kindOf(element), text: wordsOf(element) }
}

function itemsOf(parent: Element): readonly Item[] {
  const items: Item[] = []
  let run: ElementContent[] = []
  const end = (): void => {
    const text = run.map(wordsOf).join('')
    const isSeen = text.trim() !== '' || run.some(({ type }) => type === 'element')
    if (isSeen) items.push({ element: null, nodes: run, kind: 'words', text })
    run = []
  }
  for (const node of parent.children) {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      end()
      items.push(blockItem(node))
    } else run.push(node)
  }
  end()
  return items
}

function kindOf(element: Element): string {
  const { tagName, properties } = element
  // A table that gained a column shows two tables: a row of both would have neither's columns.
  if (tagName === 'table') return `table ${columnsOf(element)}`
  return tagName === 'figure' ? `figure ${String(properties.className ?? '')}` : tagName
}

function columnsOf(table: Element): string {
  const counts: number[] = []
  const walk = (node: Element): void => {
    const parts = node.children.filter((child) => child.type === 'element')
    if (node.tagName === 'tr') counts.push(parts.length)
    else parts.forEach(walk)
  }
  walk(table)
  return [...new Set(counts)].join(' ')
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (node.tagName === 'img') return `${node.properties.src} ${node.properties.alt}`
  return node.children.map(wordsOf).join(BLOCKS.has(node.tagName) ? ' ' : '')
}

function compareChildren(before: Element, after: Element, keys: InlineSides): ElementContent[] {
  const a = itemsOf(before)
  const b = itemsOf(after)
  return pairsOf(a, b, after).flatMap((match) => resultOf(match, a, b, keys))
}

function pairsOf(a: readonly Item[], b: readonly Item[], parent: Element): readonly BlockMatch[] {
  // Cells keep their columns; what is alone on both sides is the same thing, however it reads.
  const byPlace = parent.tagName === 'tr' || a.length === 1
  const isSame = a.length === b.length && a.every(({ kind }, index) => b[index]?.kind === kind)
  if (byPlace && isSame) {
    return a.map((_, index) => ({ kind: 'kept', before: index, after: index }))
  }
  return matchInPlace(a, b)
}

function resultOf(
  match: BlockMatch,
  a: readonly Item[],
  b: readonly Item[],
  keys: InlineSides,
): readonly ElementContent[] {
  const before = 'before' in match ? a[match.before] : undefined
  const after = 'after' in match ? b[match.after] : undefined
  switch (match.kind) {
    case 'removed':
    case 'moved-away':
      return before ? marked(before, match.kind === 'removed' ? 'deleted' : 'moved-away') : []
    case 'added':
      return after ? marked(after, 'inserted') : []
    case 'kept':
      return before && after ? compared(before, after, keys) : []
    case 'moved': {
      if (!before || !after) return []
      return compared(before, after, keys).map((node) =>
        node.type === 'element' ? withFate(node, 'moved') : node,
      )
    }
  }
}

function marked(item: Item, fate: Exclude<BlockFate, 'moved'>): readonly ElementContent[] {
  if (item.element) return [markBlock(item.element, fate)]
  return markInline(item.nodes, fate === 'inserted' ? 'inserted' : 'deleted')
}

function compared(before: Item, after: Item, keys: InlineSides): readonly ElementContent[] {
  if (before.element && after.element) {
    return [compareElement(before.element, after.element, keys)]
  }
  return compareInline(before.nodes, after.nodes, keys)
}
