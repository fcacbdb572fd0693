import type { List, ListItem, Nodes, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import { dropEnd } from '../../text/runs'
import { writeMarkdown } from '../markdown/write'

type Parent = Extract<Nodes, { children: unknown[] }>

/**
 * A block without what an editor can hold and Markdown cannot say: empty paragraphs between others,
 * a line break with no line after it, a link around nothing, rows of a table that end early.
 * Left in, the first three would come out as marks in the text.
 */
export function settle<T extends Nodes>(node: T): T {
  if (!('children' in node)) return node
  const parent = node as Parent
  const children = (parent.children as RootContent[])
    .map(settle)
    .filter((child) => !isNothing(child))
  const kept = holdsBlocks(parent)
    ? children.filter((child) => !isEmptyParagraph(child))
    : node.type === 'paragraph'
      ? withoutLastBreaks(children as PhrasingContent[])
      : children
  const settled = { ...node, children: kept } as Nodes
  switch (settled.type) {
    case 'table':
      return withEvenRows(settled) as T
    case 'list':
      return evenlySpread(settled) as T
    case 'listItem':
      return asItem(settled) as T
    default:
      return settled as T
  }
}

/** What is no paragraph, and a list before the text, is kept verbatim in an item and is read so again. */
function asItem(item: ListItem): ListItem {
  const lastText = item.children.findLastIndex((child) => child.type !== 'list')
  // A box is read only where text follows it.
  const checked = item.children[0]?.type === 'paragraph' ? item.checked : null
  return {
    ...item,
    ...(item.checked === undefined ? {} : { checked }),
    children: item.children.flatMap((child, index): ListItem['children'] => {
      const isText = child.type === 'paragraph' || child.type === 'opaqueFlow'
      if (isText || (child.type === 'list' && index > lastText)) return [child]
      // Lists that follow each other are one text: apart they would become one list.
      if (child.type === 'list' && item.children[index - 1]?.type === 'list') return []
      const after = item.children.slice(index)
      const end = after.findIndex(({ type }) => type !== 'list')
      const together = child.type === 'list' ? after.slice(0, end) : [child]
      return [{ type: 'opaqueFlow', kind: 'other', value: writeMarkdown(together) }]
    }),
  }
}

/** Items stand apart together; whether they do shows where there are two of them, or two things in one. */
function evenlySpread(list: List): List {
  const has = (count: number, isCounted: (child: RootContent) => boolean): boolean =>
    list.children.some((item) => item.children.filter(isCounted).length > count)
  const shows = list.children.length > 1 || has(1, () => true)
  const spread = (shows && list.spread === true) || has(1, ({ type }) => type !== 'list')
  const children = list.children.map((item) => ({ ...item, spread }))
  return { ...list, spread, children }
}

/** An empty paragraph is how a writer makes room; Markdown has no such thing. */
export function isEmptyParagraph(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 0
}

function holdsBlocks({ type }: Parent): boolean {
  return type === 'blockquote' || type === 'footnoteDefinition' || type === 'listItem'
}

function isNothing(node: RootContent): boolean {
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'emphasis':
    case 'strong':
    case 'delete':
      return node.children.length === 0
    default:
      return false
  }
}

function withoutLastBreaks(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = children.at(-1)
  if (last === undefined) return children
  if (last.type === 'break') return withoutLastSpace(withoutLastBreaks(children.slice(0, -1)))
  if (last.type !== 'emphasis' && last.type !== 'strong' && last.type !== 'delete') return children
  const inner = withoutLastBreaks(last.children)
  if (inner === last.children) return children
  const before = children.slice(0, -1)
  return inner.length === 0
    ? withoutLastBreaks(before)
    : [...before, { ...last, children: [...inner] }]
}

function withoutLastSpace(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = children.at(-1)
  if (last?.type !== 'text') return children
  const value = dropEnd(last.value, / /)
  const before = children.slice(0, -1)
  return value === '' ? withoutLastBreaks(before) : [...before, { ...last, value }]
}

function withEvenRows(table: Table): Table {
  const columns = Math.max(0, ...table.children.map((row) => row.children.length))
  const empty: TableCell = { type: 'tableCell', children: [] }
  return {
    ...table,
    align: Array.from({ length: columns }, (_, column) => table.align?.[column] ?? null),
    children: table.children.map((row) => ({
      ...row,
      children: [
        ...row.children,
        ...Array.from({ length: columns - row.children.length }, () => empty),
      ],
    })),
  }
}
