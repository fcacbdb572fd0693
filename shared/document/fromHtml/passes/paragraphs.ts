import type { Element, ElementContent, Root } from 'hast'
import {
  changeChildren,
  changeElements,
  element,
  hasClass,
  holdsBlocks,
  isBlank,
  isBlock,
  isElement,
  isNamed,
  styleOf,
  textIn,
} from '../tree'

/** The size of a paragraph's letters in points, where all of them have one. */
function sizeOf(node: Element): number | null {
  const declared =
    styleOf(node).get('font-size') ??
    /(?:^|\s)([\d.]+p[xt])\b/.exec(styleOf(node).get('font') ?? '')?.[1]
  const size = /^([\d.]+)(p[xt])$/.exec(declared ?? '')
  if (size !== null) return Number(size[1]) * (size[2] === 'px' ? 0.75 : 1)
  const words = node.children.filter((child) => !isBlank(child))
  const sizes = words.map((child) => (isElement(child) ? sizeOf(child) : null))
  const [first] = sizes
  return first !== undefined && sizes.every((each) => each === first) ? first : null
}

const TITLE_POINTS = 26
const SECTION_POINTS = 18

/**
 * Titles that are large letters: Google Docs’ “Title” style and Apple's programs have no other sign.
 * Only where other paragraphs are smaller, so that a text in large letters stays a text.
 */
export function readLargeTitles(tree: Root): Root {
  const paragraphs: Element[] = []
  changeElements(tree, (node) => {
    if (node.tagName === 'p' && !isBlank(node)) paragraphs.push(node)
    return node
  })
  const isLarge = (node: Element): boolean => (sizeOf(node) ?? 0) >= SECTION_POINTS
  if (paragraphs.filter(isLarge).length * 2 > paragraphs.length) return tree
  return changeElements(tree, (node) => {
    if (node.tagName !== 'p' || isBlank(node) || textIn(node).length > 200) return node
    const size = sizeOf(node) ?? 0
    if (size >= TITLE_POINTS) return element('h1', node.children)
    return size >= SECTION_POINTS ? element('h2', node.children) : node
  })
}

/** Two line breaks in a row are how a page without paragraphs parts them. */
export function splitAtBreaks(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (!isNamed(node, 'p', 'div') || holdsBlocks(node)) return node
    const paragraphs = partAtBreaks(node.children)
    if (paragraphs.length < 2) return node
    return paragraphs.map((children) => element('p', children))
  })
}

function partAtBreaks(nodes: readonly ElementContent[]): readonly (readonly ElementContent[])[] {
  const parts: ElementContent[][] = [[]]
  const solid = nodes.filter(
    (node, index) =>
      !(
        node.type === 'text' &&
        isBlank(node) &&
        isElement(nodes[index - 1], 'br') &&
        isElement(nodes[index + 1], 'br')
      ),
  )
  solid.forEach((node, index) => {
    const isBreak = isElement(node, 'br')
    const isDouble =
      isBreak && (isElement(solid[index - 1], 'br') || isElement(solid[index + 1], 'br'))
    if (isDouble) {
      if ((parts.at(-1)?.length ?? 0) > 0) parts.push([])
    } else parts.at(-1)?.push(node)
  })
  return parts.filter((part) => part.some((node) => !isBlank(node)))
}

/** Text and inline elements between blocks become paragraphs, so that no words run together. */
export function wrapLooseText(tree: Root): Root {
  return changeChildren(tree, (children, parent) => {
    const isMixed =
      children.some(isBlock) &&
      !isElement(parent, 'ul', 'ol', 'dl', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'li')
    if (!isMixed) return children
    const result: ElementContent[] = []
    let run: ElementContent[] = []
    const close = (): void => {
      for (const part of partAtBreaks(run)) result.push(element('p', trimBreaks(part)))
      run = []
    }
    for (const child of children) {
      if (!isBlock(child)) {
        run.push(child)
        continue
      }
      close()
      result.push(child)
    }
    close()
    return result
  })
}

/** A cell is one line in Markdown: its paragraphs are put one after the other. */
export function flattenCells(tree: Root): Root {
  const flat = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (isBlock(node)) return [...flat(node.children), { type: 'text', value: ' ' }]
      return [isElement(node, 'br') ? { type: 'text', value: ' ' } : node]
    })
  return changeElements(tree, (node) =>
    isNamed(node, 'td', 'th') ? { ...node, children: flat(node.children) } : node,
  )
}

function trimBreaks(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const isEdge = (node: ElementContent | undefined): boolean =>
    node !== undefined && (isElement(node, 'br') || isBlank(node))
  let from = 0
  let to = nodes.length
  while (from < to && isEdge(nodes[from])) from++
  while (to > from && isEdge(nodes[to - 1])) to--
  return nodes.slice(from, to)
}

/** Empty paragraphs are how programs make room; line breaks at a paragraph's edges show nothing. */
export function dropEmpty(tree: Root): Root {
  return changeElements(tree, (node) => {
    if (isNamed(node, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'figcaption')) {
      return isBlank(node) ? [] : { ...node, children: [...trimBreaks(node.children)] }
    }
    const isBox = isNamed(node, 'blockquote', 'div', 'section', 'article', 'ul', 'ol', 'figure')
    return isBox && isBlank(node) ? [] : node
  })
}

/** Buttons and boxes that publishing sites put between paragraphs. */
const WIDGET =
  /^(?:subscription-widget(?:-wrap)?|subscribe-widget|button-wrapper|captioned-button-wrap|sharedaddy|jp-relatedposts|share-dialog|post-ufi|wp-block-buttons|newsletter-signup|gmail_signature)$/i

/** Takes such boxes away; the tally is told by the caller, who counts what is missing. */
export function dropWidgets(tree: Root, onDrop: () => void): Root {
  return changeElements(tree, (node) => {
    if (!hasClass(node, WIDGET)) return node
    onDrop()
    return []
  })
}
