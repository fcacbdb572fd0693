import type { Element, ElementContent } from 'hast'
import type { Blockquote } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { HtmlRules } from '../feature'
import { readAttribution } from './attribution'
import { isPullMark } from './pull'

/** A pull quote says again what the article says, so it stands aside of it. */
function blockquote(state: State, node: Blockquote): Element {
  if (!isPullMark(node.children[0])) return quotation(state, node)
  const quote = quotation(state, { ...node, children: node.children.slice(1) })
  return {
    type: 'element',
    tagName: 'aside',
    properties: { className: ['pull-quote'] },
    children: state.wrap([quote], true),
  }
}

/** A quotation with a name is a figure, because the name is no part of what was said. */
function quotation(state: State, node: Blockquote): Element {
  const attributed = readAttribution(node)
  if (!attributed) return defaultHandlers.blockquote(state, node)
  const { body, attribution } = attributed
  const words = defaultHandlers.blockquote(state, { type: 'blockquote', children: [...body] })
  const cite: Element = {
    type: 'element',
    tagName: 'cite',
    properties: {},
    children: state.all({ type: 'paragraph', children: [...attribution] }),
  }
  const name: ElementContent = {
    type: 'element',
    tagName: 'figcaption',
    properties: {},
    children: [{ type: 'text', value: '— ' }, cite],
  }
  return {
    type: 'element',
    tagName: 'figure',
    properties: { className: ['quotation'] },
    children: state.wrap([words, name], true),
  }
}

export const html: HtmlRules = {
  handlers: { blockquote },
  allow: {
    tagNames: ['blockquote', 'figure', 'figcaption', 'cite', 'aside'],
    attributes: { figure: [['className', 'quotation']], aside: [['className', 'pull-quote']] },
  },
}
