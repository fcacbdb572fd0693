import type { Element, Root as HastRoot } from 'hast'
import { defaultHandlers, type Handle, type Options, toMdast } from 'hast-util-to-mdast'
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  FootnoteDefinition,
  FootnoteReference,
  List,
  Root,
  Table,
  TableRow,
} from 'mdast'
import { visit } from 'unist-util-visit'
import { PULL_MARK } from '../../features/quote'
import { PULL_PROPERTY } from './passes/pictures'
import { attribute, element, isElement } from './tree'

const footnoteReference: Handle = (_state, node): FootnoteReference => {
  const label = attribute(node, 'label')
  return { type: 'footnoteReference', identifier: label, label }
}

const footnote: Handle = (state, node): FootnoteDefinition => {
  const label = attribute(node, 'label')
  const children = state.toFlow(state.all(node)) as (BlockContent | DefinitionContent)[]
  return { type: 'footnoteDefinition', identifier: label, label, children }
}

/** Underline and highlight are no emphasis in Markdown; taking them for it would change the words' weight. */
const plain: Handle = (state, node) => state.all(node)

/** The language that a code block's class names. */
const pre: Handle = (_state, node) => {
  const code = node.children.find((child): child is Element => isElement(child, 'code'))
  const classes = `${attribute(node, 'className')} ${code ? attribute(code, 'className') : ''}`
  const lang =
    /(?:lang(?:uage)?|highlight-source|brush:)[-\s:]([\w+#-]+)/.exec(classes)?.[1] ?? null
  return { type: 'code', lang, value: linesOf(node).replace(/^\n|\n$/g, '') }
}

/** Code with its line ends: pages write them as characters, breaks, or a block for each line. */
function linesOf(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value.replaceAll('\u00a0', ' ')
      if (!isElement(child)) return ''
      if (child.tagName === 'br') return '\n'
      return child.tagName === 'div' || child.tagName === 'p'
        ? `${linesOf(child)}\n`
        : linesOf(child)
    })
    .join('')
}

/** A pull quote is a quotation that begins with the mark of one. */
const blockquote: Handle = (state, node) => {
  const quotation: Blockquote = defaultHandlers.blockquote(state, node)
  return attribute(node, PULL_PROPERTY) === ''
    ? quotation
    : { ...quotation, children: [{ type: 'html', value: PULL_MARK }, ...quotation.children] }
}

/** Terms and what is said of them; Markdown has no such list. */
const definitionList: Handle = (state, node) => {
  const paragraphs = node.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'dt') return [element('p', [element('strong', child.children)])]
    if (child.tagName === 'dd') return [element('div', child.children)]
    return child.tagName === 'div' ? [element('dl', child.children)] : []
  })
  return state.toFlow(state.all(element('div', paragraphs)))
}

const OPTIONS: Options = {
  document: true,
  handlers: {
    'footnote-ref': footnoteReference,
    footnote,
    u: plain,
    mark: plain,
    q: plain,
    pre,
    blockquote,
    dl: definitionList,
    iframe: () => undefined,
    base: () => undefined,
  },
  nodeHandlers: { comment: () => undefined },
}

/** A table whose cells hold whole pages is how mail is laid out; a real one has lines of text. */
export function isLayoutTable(table: Element): boolean {
  const rows = table.children
    .flatMap((child) => (isElement(child, 'thead', 'tbody', 'tfoot') ? child.children : [child]))
    .filter((child): child is Element => isElement(child, 'tr'))
  const cells = rows.map((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')))
  if (attribute(table, 'role') === 'presentation') return true
  const holdsPage = cells
    .flat()
    .some(
      (cell) =>
        isElement(cell) &&
        cell.children.some((child) =>
          isElement(child, 'table', 'h1', 'h2', 'h3', 'ul', 'ol', 'blockquote'),
        ),
    )
  return holdsPage || cells.every((row) => row.length <= 1)
}

/** The Markdown tree of a cleaned page. */
export function toMarkdownTree(tree: HastRoot): Root {
  const result = toMdast(tree, OPTIONS)
  const root: Root = result.type === 'root' ? result : { type: 'root', children: [] }
  visit(root, (node) => {
    if (node.type === 'table') giveHead(node)
    else if (node.type === 'list') tighten(node)
  })
  return root
}

/** Markdown's tables have a head; where the page's has none, its first row serves. A head is bold by being one. */
function giveHead(table: Table): void {
  const [first, second] = table.children
  const isEmpty = (row: TableRow): boolean =>
    row.children.every((cell) => cell.children.length === 0)
  if (first !== undefined && second !== undefined && isEmpty(first)) table.children.shift()
  for (const cell of table.children[0]?.children ?? []) {
    const [only, ...rest] = cell.children
    if (only?.type === 'strong' && rest.length === 0) cell.children = only.children
  }
}

/** A list is loose when an item has more than a paragraph and a list, not when its lists are long. */
function tighten(list: List): void {
  for (const item of list.children) {
    item.spread = item.children.filter((child) => child.type !== 'list').length > 1
  }
  list.spread = list.children.some((item) => item.spread)
}
