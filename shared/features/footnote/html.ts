import type { Element } from 'hast'
import type { FootnoteReference } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { HtmlRules } from '../feature'

/**
 * Ids are made from numbers, never from the writer's labels, so that no label can stand in for
 * something else on the page. `state.footnoteOrder` holds every footnote of the article in order
 * and `state.footnoteCounts` how often each was referred to before.
 */
function footnoteReference(state: State, node: FootnoteReference): Element | undefined {
  const id = node.identifier.toUpperCase()
  const number = state.footnoteOrder.indexOf(id) + 1
  if (number === 0) return undefined
  const count = (state.footnoteCounts.get(id) ?? 0) + 1
  state.footnoteCounts.set(id, count)
  return {
    type: 'element',
    tagName: 'sup',
    properties: { className: ['noteref'] },
    children: [
      {
        type: 'element',
        tagName: 'a',
        properties: {
          href: `#fn-${number}`,
          id: count === 1 ? `fnref-${number}` : `fnref-${number}-${count}`,
          role: 'doc-noteref',
        },
        children: [{ type: 'text', value: String(number) }],
      },
    ],
  }
}

export const html: HtmlRules = {
  handlers: { footnoteReference },
  allow: {
    tagNames: ['sup', 'a', 'span'],
    attributes: {
      // Inside a link the reference cannot be a link itself, but is still where the note leads back to.
      span: [['id', /^fnref-\d+(-\d+)?$/]],
      sup: [['className', 'noteref']],
      a: [
        ['id', /^fnref-\d+(-\d+)?$/],
        ['role', 'doc-noteref'],
      ],
    },
  },
}
