import type { Element } from 'hast'
import type { HtmlRules } from '../feature'
import { isRelated } from './related'

function aside(paragraph: Element): Element {
  return {
    type: 'element',
    tagName: 'aside',
    properties: { className: ['related'] },
    children: [paragraph],
  }
}

export const html: HtmlRules = {
  around: { paragraph: (node, made) => (isRelated(node) ? aside(made) : made) },
  allow: { tagNames: ['aside'], attributes: { aside: [['className', 'related']] } },
}
