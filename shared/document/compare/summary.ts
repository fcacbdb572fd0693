import type { Element, ElementContent } from 'hast'
import { countWords } from '../../text/countWords'
import type { MarkedArticle } from './pieces'
import { classesIn, isChangeElement } from './words'

/** Keys of the pieces in which something was changed, in their order. */
export function changedPieces({ pieces }: MarkedArticle): readonly string[] {
  return pieces.filter(({ element }) => isChanged(element)).map(({ key }) => key)
}

function isChanged(node: Element): boolean {
  if (isChangeElement(node) || classesIn(node).some((name) => /^is-(?:in|de|mo)/.test(name))) {
    return true
  }
  return node.children.some((child) => child.type === 'element' && isChanged(child))
}

/** How many words were added and removed; one that moved is neither. */
export function wordsChanged({ pieces }: MarkedArticle): {
  readonly added: number
  readonly removed: number
} {
  let [added, removed] = [0, 0]
  const walk = (node: Element): void => {
    if (classesIn(node).includes('is-moved-away')) return
    if (isChangeElement(node)) {
      const count = countWords(wordsOf(node))
      if (node.tagName === 'ins') added += count
      else removed += count
      return
    }
    for (const child of node.children) if (child.type === 'element') walk(child)
  }
  for (const { element } of pieces) walk(element)
  return { added, removed }
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(wordsOf).join('') : ''
}
