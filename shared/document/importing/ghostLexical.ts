import * as v from 'valibot'
import { cardToHtml, escapeHtml, type GhostCard } from './ghostCards'

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const IsNode = v.looseObject({ type: v.string() })
const Document = v.object({ root: v.looseObject({ children: v.array(v.unknown()) }) })

const MOST_DEPTH = 60
/** Bits of a text's format that Markdown has a word for. */
const FORMATS: readonly (readonly [number, string])[] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 'del'],
  [16, 'code'],
]

function text(node: Node, key: string): string {
  const value = node[key]
  return typeof value === 'string' ? value : ''
}

function childrenOf(node: Node, depth: number): string {
  const { children } = node
  if (!Array.isArray(children) || depth > MOST_DEPTH) return ''
  return children
    .map((child: unknown) => (v.is(IsNode, child) ? html(child, depth + 1) : ''))
    .join('')
}

function html(node: Node, depth: number): string {
  const inner = (tag: string) => `<${tag}>${childrenOf(node, depth)}</${tag}>`
  switch (node.type) {
    case 'text':
    case 'extended-text': {
      const format = typeof node.format === 'number' ? node.format : 0
      return FORMATS.filter(([bit]) => (format & bit) !== 0).reduce(
        (words, [, tag]) => `<${tag}>${words}</${tag}>`,
        escapeHtml(text(node, 'text')),
      )
    }
    case 'linebreak':
      return '<br>'
    case 'paragraph':
      return inner('p')
    case 'heading':
    case 'extended-heading':
      return inner(/^h[1-6]$/.test(text(node, 'tag')) ? text(node, 'tag') : 'h2')
    case 'quote':
    case 'extended-quote':
    case 'aside':
      return `<blockquote><p>${childrenOf(node, depth)}</p></blockquote>`
    case 'list':
      return inner(node.listType === 'number' || node.tag === 'ol' ? 'ol' : 'ul')
    case 'listitem':
      return inner('li')
    case 'link':
    case 'autolink':
      return `<a href="${escapeHtml(text(node, 'url'))}">${childrenOf(node, depth)}</a>`
    default: {
      const card: GhostCard = { name: node.type, payload: node }
      return cardToHtml(card) ?? childrenOf(node, depth)
    }
  }
}

/** The HTML of what Ghost's editor of today keeps; null where it is something else. */
export function ghostLexicalToHtml(json: unknown): string | null {
  const parsed = v.safeParse(Document, json)
  if (!parsed.success) return null
  return childrenOf({ type: 'root', children: parsed.output.root.children }, 0)
}
