import type { Element, ElementContent, Root } from 'hast'
import { changeElements, element, holdsBlocks, isBlank, isElement, styleOf } from '../tree'

type Mark = 'strong' | 'em' | 's'

const OF_TAG: Readonly<Record<string, Mark>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  strike: 's',
  del: 's',
}

const CARRIERS = new Set([
  'span',
  'font',
  'a',
  'label',
  'ins',
  'u',
  'small',
  'big',
  ...Object.keys(OF_TAG),
])

function isBold(weight: string): boolean {
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

/** What a style says of a mark: on, off, or nothing. */
function saysOf(style: ReadonlyMap<string, string>, mark: Mark): boolean | null {
  switch (mark) {
    case 'strong': {
      const weight = style.get('font-weight')
      return weight === undefined || weight === 'inherit' ? null : isBold(weight)
    }
    case 'em': {
      const slant = style.get('font-style')
      return slant === undefined || slant === 'inherit' ? null : /italic|oblique/.test(slant)
    }
    case 's': {
      const line = style.get('text-decoration') ?? style.get('text-decoration-line')
      return line === undefined ? null : /line-through/.test(line)
    }
  }
}

function marked(mark: Mark, children: readonly ElementContent[]): readonly ElementContent[] {
  return children.every(isBlank) ? children : [element(mark, children)]
}

/**
 * Emphasis that is a style becomes emphasis that is an element, and an element whose style says that
 * it is none is none: Google Docs wraps everything it copies in a `b` of normal weight.
 */
export function readInlineStyles(tree: Root): Root {
  return changeElements(tree, (node): Element | readonly ElementContent[] => {
    if (!CARRIERS.has(node.tagName)) return node
    const style = styleOf(node)
    const own = OF_TAG[node.tagName]
    if (holdsBlocks(node)) return own === undefined ? node : node.children
    const isOn = (mark: Mark): boolean => saysOf(style, mark) ?? mark === own
    let children: readonly ElementContent[] = node.children
    for (const mark of ['s', 'em', 'strong'] as const) {
      if (isOn(mark)) children = marked(mark, children)
    }
    return node.tagName === 'a' ? { ...node, children: [...children] } : children
  })
}

const MARKS = ['strong', 'em', 's'] as const

/** Puts runs of the same emphasis together that a program wrote in pieces, and drops doubled marks. */
export function joinMarks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const joined: ElementContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const isSame =
      isElement(node, ...MARKS) && isElement(last, ...MARKS) && node.tagName === last.tagName
    if (isSame) {
      joined[joined.length - 1] = {
        ...last,
        children: [...joinMarks([...last.children, ...node.children])],
      }
    } else joined.push(node)
  }
  return joined
}

/** A heading is bold by being one, a link in a heading too. */
export function plainHeadings(tree: Root): Root {
  const withoutStrong = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((child) => {
      if (!isElement(child)) return [child]
      const children = withoutStrong(child.children)
      return child.tagName === 'strong' ? children : [{ ...child, children }]
    })
  return changeElements(tree, (node) =>
    /^(?:h[1-6]|th)$/.test(node.tagName)
      ? { ...node, children: withoutStrong(node.children) }
      : node,
  )
}
