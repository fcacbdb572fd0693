import type { Element, ElementContent } from 'hast'

const INLINE = new Set([
  ...['a', 'abbr', 'b', 'code', 'del', 'em', 'i', 'img', 's', 'span', 'strong', 'sub', 'sup', 'u'],
])

function isBlock(node: ElementContent | undefined): boolean {
  return node?.type === 'element' && !INLINE.has(node.tagName)
}

/** Blanks beside a block, or at the edge of one, are not shown and do not count. */
function trimmed(nodes: readonly ElementContent[], insideBlock: boolean): ElementContent[] {
  return nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'text') return [node]
    const before = index === 0 ? insideBlock : isBlock(nodes[index - 1])
    const after = index === nodes.length - 1 ? insideBlock : isBlock(nodes[index + 1])
    let value = node.value.replace(/[ \t\r\n]+/g, ' ')
    if (before) value = value.replace(/^ /, '')
    if (after) value = value.replace(/ $/, '')
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

function normaliseElement(node: Element): Element {
  const { tagName, properties } = node
  if (tagName === 'pre') return { type: 'element', tagName, properties, children: node.children }
  const children = normaliseHtml(node.children, isBlock(node))
  return { type: 'element', tagName, properties, children }
}

/** The tree as far as a reader can tell it from another: blanks that are not shown are gone. */
export function normaliseHtml(
  nodes: readonly ElementContent[],
  insideBlock = true,
): ElementContent[] {
  const within = nodes.map((node) => (node.type === 'element' ? normaliseElement(node) : node))
  return trimmed(within, insideBlock)
}
