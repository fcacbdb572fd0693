import type { Element, ElementContent } from 'hast'

/** Elements of running text; those that cleaning takes away later are among them. */
const PHRASING = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q ' +
    'ruby s samp small span strike strong sub sup time tt u var wbr'
  ).split(' '),
)

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

/** Whether a node goes into the flow: a line break shows nothing and still parts words. */
export function isFlowing(node: ElementContent): boolean {
  return isVisible(node) || (node.type === 'element' && node.tagName === 'br')
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
