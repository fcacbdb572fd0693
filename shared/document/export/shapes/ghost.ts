import type { Element, ElementContent } from 'hast'
import { element } from '../../html/element'
import { classesThere, GHOST_FIGURE } from '../figureClasses'
import { addressLink, classesOf, comment, embedIn, find, line, nameIn } from './tree'

/** What Ghost has no card for goes into an HTML card as it is. */
function htmlCard(node: Element): ElementContent[] {
  return [comment('kg-card-begin: html'), line, node, line, comment('kg-card-end: html'), line]
}

function imageCard(node: Element, image: Element): Element {
  const caption = find(node, 'figcaption')
  const link = find(node, 'a')
  const picture: Element = {
    ...image,
    properties: { ...image.properties, className: ['kg-image'] },
  }
  const shown = link ? { ...link, children: [picture] } : picture
  const className = classesThere(GHOST_FIGURE, classesOf(node), caption !== undefined)
  return element('figure', { className }, [shown, ...(caption ? [caption] : [])])
}

function block(node: Element): ElementContent[] {
  const image = node.tagName === 'figure' ? find(node, 'img') : undefined
  if (image) return [imageCard(node, image), line]
  if (classesOf(node).includes('quotation')) {
    const by = nameIn(node)
    const words = find(node, 'blockquote')?.children ?? []
    const name = by.length > 0 ? [element('p', {}, ['— ', ...by])] : []
    return [element('blockquote', {}, [...words, ...name]), line]
  }
  switch (node.tagName) {
    case 'header':
      return []
    case 'p': {
      const address = embedIn(node)
      return [address === null ? node : element('p', {}, [addressLink(address)]), line]
    }
    case 'aside':
      return toGhost(node.children)
    case 'table':
    case 'section':
    case 'details':
    case 'figure':
      return htmlCard(node)
    default:
      return [node, line]
  }
}

/** The article's body as Ghost's importer reads it. */
export function toGhost(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node) => (node.type === 'element' ? block(node) : []))
}
