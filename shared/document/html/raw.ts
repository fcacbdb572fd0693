import type { ElementContent, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'

/** Elements that never have content, or that end by themselves where the next one starts. */
const SELF_ENDING = new Set([
  ...[
    'area',
    'base',
    'br',
    'col',
    'embed',
    'hr',
    'img',
    'input',
    'link',
    'meta',
    'source',
    'track',
  ],
  ...['wbr', 'dd', 'dt', 'li', 'option', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
])

const TAG = /<(\/?)([a-z][^\s/>]*)/gi

/** How deep elements may lie in each other in HTML inside Markdown. */
export const MAX_RAW_DEPTH = 100

function rawTexts(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'raw' ? [node.value] : 'children' in node ? rawTexts(node.children) : [],
  )
}

/** An upper bound of the depth, counted before parsing, because parsing recurses. */
function nestsTooDeep(texts: readonly string[]): boolean {
  const open = new Map<string, number>()
  let depth = 0
  for (const text of texts) {
    for (const [, slash, tag = ''] of text.matchAll(TAG)) {
      const name = tag.toLowerCase()
      if (SELF_ENDING.has(name)) continue
      const count = open.get(name) ?? 0
      if (slash === '') {
        open.set(name, count + 1)
        if (++depth > MAX_RAW_DEPTH) return true
      } else if (count > 0) {
        open.set(name, count - 1)
        depth--
      }
    }
  }
  return false
}

function asText(node: ElementContent): ElementContent {
  if (node.type === 'raw') return { type: 'text', value: node.value }
  return node.type === 'element' ? { ...node, children: node.children.map(asText) } : node
}

export function hasRaw(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => node.type === 'raw' || ('children' in node && hasRaw(node.children)))
}

/** Reads the HTML that was written inside Markdown as a browser would. The result is not safe yet. */
export function parseRaw(tree: Root): Root {
  if (nestsTooDeep(rawTexts(tree.children))) {
    return { ...tree, children: tree.children.map((node) => asText(node as ElementContent)) }
  }
  const parsed = raw(tree)
  return parsed.type === 'root' ? parsed : { type: 'root', children: [parsed as ElementContent] }
}

/** Parses a piece of HTML as the content of a body. The result is not safe yet. */
export function parseFragment(html: string): Root {
  return parseRaw({ type: 'root', children: [{ type: 'raw', value: html }] })
}
