import type { Paragraph, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isRelatedLabel } from './labels'

/** What may part the links of such a line. */
export const BETWEEN = /^[\s·•|,;/–—]*$/

function isPart(node: PhrasingContent): boolean {
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'break':
      return true
    case 'text':
      return BETWEEN.test(node.value)
    default:
      return false
  }
}

/** Whether a paragraph is nothing but a label in bold and links: it leads on, and is no part of the text. */
export function isRelated({ children }: Pick<Paragraph, 'children'>): boolean {
  const [label, ...rest] = children
  if (label?.type !== 'strong' || !isRelatedLabel(textOf(label))) return false
  const [first, ...others] = rest
  const links =
    first?.type === 'text'
      ? [{ ...first, value: first.value.replace(/^\s*[:：]/u, '') }, ...others]
      : rest
  const isLink = ({ type }: PhrasingContent): boolean => type === 'link' || type === 'linkReference'
  return links.some(isLink) && links.every(isPart)
}
