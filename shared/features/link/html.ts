import type { Element } from 'hast'
import type { Link, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import type { HtmlRules } from '../feature'
import { embedKind } from './embed'

function span(className: string, value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: [{ type: 'text', value }],
  }
}

/** An address alone on its line that leads to a video or a post stands as a card. Nothing of it is fetched. */
function link(state: State, node: Link, parent: Parents | undefined): Element {
  const element = defaultHandlers.link(state, node)
  const isAlone = parent?.type === 'paragraph' && parent.children.length === 1
  const kind = isAlone && textOf(node) === node.url ? embedKind(node.url) : null
  if (kind === null) return element
  return {
    ...element,
    properties: { ...element.properties, className: ['embed'] },
    children: [
      span('embed-kind', kind),
      { type: 'text', value: ' ' },
      span('embed-address', node.url.replace(/^https?:\/\/(?:www\.)?/, '')),
    ],
  }
}

/** Which addresses a link may have is the renderer's business, the same for links from raw HTML. */
export const html: HtmlRules = {
  handlers: { link },
  allow: {
    tagNames: ['a', 'span'],
    attributes: {
      a: ['href', 'title', ['rel', 'external', 'noopener'], ['className', 'embed']],
      span: [['className', 'embed-kind', 'embed-address']],
    },
    protocols: { href: ['http', 'https', 'mailto'] },
  },
}
