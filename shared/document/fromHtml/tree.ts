import type { Element, ElementContent, Nodes, Root } from 'hast'

/** The parts of the trees that the passes look at, in one place. */
export type Parent = Root | Element

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** Whether an element has one of these names. */
export function isNamed(node: Element, ...names: readonly string[]): boolean {
  return names.includes(node.tagName)
}

export function element(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

/** All text under a node, as it is written. */
export function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** Whether nothing would be seen of a node: no words, no picture and no note. */
export function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return /^[\s\u00a0\u200b\ufeff]*$/.test(node.value)
  if (node.type !== 'element') return true
  if (['img', 'hr', 'input', 'table', 'footnote-ref'].includes(node.tagName)) return false
  return node.children.every(isBlank)
}

/** An attribute as text, `''` when it is absent. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === null || value === undefined || value === false ? '' : String(value)
}

export function classesOf(node: Element): readonly string[] {
  return attribute(node, 'className').split(/\s+/).filter(Boolean)
}

export function hasClass(node: Element, pattern: RegExp): boolean {
  return classesOf(node).some((name) => pattern.test(name))
}

/** An element's own style declarations, names and values in small letters. */
export function styleOf(node: Element): ReadonlyMap<string, string> {
  return declarationsIn(attribute(node, 'style'))
}

export function declarationsIn(text: string): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>()
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    declarations.set(
      name,
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return declarations
}

/** What an element becomes: itself, other nodes in its place, or nothing. */
export type Change = (node: Element) => ElementContent | readonly ElementContent[]

/** A tree in which each element was changed, children before parents. Nothing given is altered. */
export function changeElements<P extends Parent>(parent: P, change: Change): P {
  const children = parent.children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text' || child.type === 'comment') return [child]
    if (child.type !== 'element') return []
    const changed = change(changeElements(child, change))
    return Array.isArray(changed) ? changed : [changed as ElementContent]
  })
  return { ...parent, children }
}

/** A tree in which the children of each parent were changed as one list, innermost first. */
export function changeChildren<P extends Parent>(
  parent: P,
  change: (children: readonly ElementContent[], parent: Parent) => readonly ElementContent[],
): P {
  const children = parent.children.flatMap((child): readonly ElementContent[] => {
    if (child.type === 'text' || child.type === 'comment') return [child]
    return child.type === 'element' ? [changeChildren(child, change)] : []
  })
  return { ...parent, children: [...change(children, parent)] }
}

/** Every element under a parent, in the order of the text. */
export function elementsIn(parent: Parent): readonly Element[] {
  return parent.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  )
}

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figure figcaption footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export function isBlock(node: Nodes | undefined): node is Element {
  return node?.type === 'element' && BLOCKS.has(node.tagName)
}

export function holdsBlocks(node: Parent): boolean {
  return node.children.some(isBlock)
}
