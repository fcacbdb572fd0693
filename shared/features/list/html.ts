import type { Element, ElementContent } from 'hast'
import type { ListItem, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import type { HtmlRules } from '../feature'

/** A sign in the text and not a form control: an article is no form, and the sign survives pasting anywhere. */
function check(done: boolean): ElementContent[] {
  return [
    {
      type: 'element',
      tagName: 'span',
      properties: { className: ['check'] },
      children: [{ type: 'text', value: done ? '☑' : '☐' }],
    },
    { type: 'text', value: ' ' },
  ]
}

function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  const item = defaultHandlers.listItem(state, { ...node, checked: null }, parent)
  if (typeof node.checked !== 'boolean') return item
  // In a loose list the text stands in a paragraph, after a line end, and the sign belongs beside it.
  const [, second] = item.children
  const target = second?.type === 'element' && second.tagName === 'p' ? second : item
  target.children.unshift(...check(node.checked))
  item.properties.className = node.checked ? ['task', 'done'] : ['task']
  return item
}

export const html: HtmlRules = {
  handlers: { listItem },
  allow: {
    tagNames: ['ul', 'ol', 'li', 'span'],
    attributes: {
      ol: ['start'],
      li: [['className', 'task', 'done']],
      span: [['className', 'check']],
    },
  },
}
