import type { Element as Drawing, ElementContent } from 'hast'
import { attributesOf } from './attributes'
import { sameHtml, sameTag } from './sameHtml'

/** Where pictures come from: gives `img` its address, now or when it is read. */
export type ShowPicture = (image: HTMLImageElement, src: string, alt: string) => void

/** Draws clean HTML trees into a document, node by node, and later only what changed in them. */
export interface Pen {
  draw(element: Drawing): Element
  /** Makes `node`, drawn from `before`, what `after` says; returns the node that shows it now. */
  redraw(node: Element, before: Drawing, after: Drawing): Element
}

/** How many items two lists share at their start, and after those at their end. */
function sharedEnds(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
): readonly [number, number] {
  const shorter = Math.min(before.length, after.length)
  const same = (one: number, other: number) => {
    const [a, b] = [before[one], after[other]]
    return a !== undefined && b !== undefined && sameHtml(a, b)
  }
  let start = 0
  while (start < shorter && same(start, start)) start++
  let end = 0
  while (end < shorter - start && same(before.length - 1 - end, after.length - 1 - end)) {
    end++
  }
  return [start, end]
}

export function createPen(page: Document, showPicture: ShowPicture): Pen {
  function applyAttributes(node: Element, element: Drawing): void {
    const attributes = attributesOf(element)
    for (const name of node.getAttributeNames()) {
      if (!attributes.has(name) && name !== 'src') node.removeAttribute(name)
    }
    for (const [name, value] of attributes) {
      if (node.getAttribute(name) !== value) node.setAttribute(name, value)
    }
    if (element.tagName === 'img') {
      const { src, alt } = element.properties
      showPicture(node as HTMLImageElement, String(src ?? ''), String(alt ?? ''))
    }
  }

  function drawAny(content: ElementContent): Node {
    if (content.type === 'element') return draw(content)
    // The renderer yields elements and texts only; anything else would be shown as nothing.
    return page.createTextNode(content.type === 'text' ? content.value : '')
  }

  function draw(element: Drawing): Element {
    const node = page.createElement(element.tagName)
    applyAttributes(node, element)
    for (const child of element.children) node.append(drawAny(child))
    return node
  }

  function redrawChild(node: Node, before: ElementContent, after: ElementContent): void {
    if (before.type === 'text' && after.type === 'text') {
      node.nodeValue = after.value
    } else if (before.type === 'element' && after.type === 'element') {
      redraw(node as Element, before, after)
    } else {
      node.parentNode?.replaceChild(drawAny(after), node)
    }
  }

  function redrawChildren(node: Element, before: Drawing, after: Drawing): void {
    const [start, end] = sharedEnds(before.children, after.children)
    const olds = before.children.slice(start, before.children.length - end)
    const news = after.children.slice(start, after.children.length - end)
    const nodes = [...node.childNodes].slice(start, start + olds.length)
    const next = node.childNodes[start + olds.length] ?? null
    news.forEach((content, index) => {
      const [drawn, old] = [nodes[index], olds[index]]
      if (drawn && old) redrawChild(drawn, old, content)
      else node.insertBefore(drawAny(content), next)
    })
    for (const drawn of nodes.slice(news.length)) drawn.remove()
  }

  function redraw(node: Element, before: Drawing, after: Drawing): Element {
    if (before.tagName !== after.tagName) {
      const drawn = draw(after)
      node.replaceWith(drawn)
      return drawn
    }
    if (!sameTag(before, after)) applyAttributes(node, after)
    redrawChildren(node, before, after)
    return node
  }

  return { draw, redraw }
}
