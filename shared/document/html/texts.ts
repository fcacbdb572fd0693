import type { Element, ElementContent } from 'hast'

/** Texts side by side made one, as a parser would read them; the tree is the caller's own and is changed. */
export function joinTexts(node: Element): Element {
  const joined: ElementContent[] = []
  for (const child of node.children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text') last.value += child.value
    else if (child.type !== 'text' || child.value !== '') joined.push(child)
    if (child.type === 'element') joinTexts(child)
  }
  node.children = joined
  return node
}
