import type { Element, ElementContent } from 'hast'
import { element } from '../../html/element'

export function classesOf(node: Element): readonly string[] {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}

export function isElement(
  node: ElementContent | undefined,
  ...names: readonly string[]
): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** The node itself when it is one of these elements. */
export function named(node: ElementContent, ...names: readonly string[]): Element | undefined {
  return node.type === 'element' && names.includes(node.tagName) ? node : undefined
}

export function elementsIn(node: Element): readonly Element[] {
  return node.children.filter((child) => child.type === 'element')
}

export function find(node: Element, name: string): Element | undefined {
  for (const child of elementsIn(node)) {
    const found = child.tagName === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}

/** The address of a video or a post that stands as a card of its own; null for every other paragraph. */
export function embedIn(paragraph: Element): string | null {
  const [only, ...more] = paragraph.children
  if (more.length > 0 || !isElement(only, 'a') || !classesOf(only).includes('embed')) return null
  return typeof only.properties.href === 'string' ? only.properties.href : null
}

/** The same as a link that says where it leads, from which most places make a card of their own. */
export function addressLink(address: string): Element {
  return element('a', { href: address }, [address])
}

/** Who is quoted, in words and links: the speaker is set apart for our own style sheets alone. */
export function nameIn(quotation: Element): readonly ElementContent[] {
  const name = find(quotation, 'cite')?.children ?? []
  return name.flatMap((part) => (isElement(part, 'span') ? part.children : [part]))
}

/** The words of a tree, as they stand in it. */
export function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}

export const comment = (value: string): ElementContent => ({ type: 'comment', value })
export const line: ElementContent = { type: 'text', value: '\n' }
