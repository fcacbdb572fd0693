import type { Element, ElementContent } from 'hast'

const PHRASING = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'img', 'ins'],
  ...[
    'kbd',
    'mark',
    'q',
    'ruby',
    's',
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'time',
    'u',
  ],
  ...['var', 'wbr'],
])

function isPhrasing(node: ElementContent): boolean {
  if (node.type === 'text') return true
  if (node.type !== 'element' || !PHRASING.has(node.tagName)) return false
  return node.children.every(isPhrasing)
}

/** Whether a reader sees anything of a node. */
export function isVisible(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  if (node.type !== 'element') return false
  return node.tagName === 'img' || node.tagName === 'hr' || node.children.some(isVisible)
}

/**
 * An article is made of blocks: words that HTML left bare between them get a paragraph, and inline
 * elements with nothing in them go.
 */
export function toFlow(nodes: readonly ElementContent[]): Element[] {
  const flow: Element[] = []
  let run: ElementContent[] = []
  const endRun = () => {
    if (run.some(isVisible)) {
      flow.push({ type: 'element', tagName: 'p', properties: {}, children: run })
    }
    run = []
  }
  for (const node of nodes) {
    if (isPhrasing(node)) {
      run.push(node)
    } else if (node.type === 'element') {
      endRun()
      flow.push(node)
    }
  }
  endRun()
  return flow
}
