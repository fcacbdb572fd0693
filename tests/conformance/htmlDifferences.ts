import type { Element, ElementContent } from 'hast'

function isElement(node: ElementContent | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName
}

function classesOf({ properties }: Element): readonly unknown[] {
  return Array.isArray(properties.className) ? properties.className : []
}

function textOf(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value
  return node?.type === 'element' ? node.children.map(textOf).join('') : ''
}

/** A picture alone in its paragraph is a figure and its title the caption: that is what an article's pictures are. */
function undoFigure(node: Element): Element {
  if (node.tagName !== 'figure' || classesOf(node).length > 0) return node
  const [shown, caption] = node.children.filter((child) => child.type === 'element')
  if (!shown) return node
  const title = textOf(caption)
  const picture = isElement(shown, 'a') ? shown.children[0] : shown
  if (title !== '' && isElement(picture, 'img')) picture.properties.title = title
  return { type: 'element', tagName: 'p', properties: {}, children: [shown] }
}

/** Cells name what they head and are aligned by a class: a page may forbid styles and keep its meaning. */
function undoCell(node: Element): Element {
  if (node.tagName !== 'th' && node.tagName !== 'td') return node
  const { className: _, scope: __, ...properties } = node.properties
  return { ...node, properties }
}

/** A task is marked by a sign in its text, because an article is no form. */
function undoTask(node: Element): Element {
  if (node.tagName === 'li' && classesOf(node).includes('task')) {
    return { ...node, properties: {} }
  }
  const [first] = node.children
  if (!isElement(first, 'span') || !classesOf(first).includes('check')) return node
  return { ...node, children: node.children.slice(1) }
}

/** Takes from our HTML what it says more clearly than GFM's own, so that the rest can be compared. */
export function undoDifferences(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node
    const within = { ...node, children: undoDifferences(node.children) }
    // Twice for tasks: the sign is in the item or in its paragraph.
    return undoTask(undoCell(undoFigure(undoTask(within))))
  })
}

/** CommonMark's examples whose HTML is different on purpose, with the reason. */
export const ACCEPTED: readonly {
  readonly reason: string
  readonly examples: readonly number[]
}[] = [
  {
    reason: 'HTML that reaches over several blocks is read block by block: an edit renders one.',
    examples: [148, 167, 190, 191],
  },
  {
    reason: 'HTML elements that show nothing are left out.',
    examples: [613, 614, 615, 616, 623, 642, 643],
  },
]
