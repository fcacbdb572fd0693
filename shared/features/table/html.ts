import type { Element, ElementContent } from 'hast'
import type { AlignType, Table, TableCell, TableRow } from 'mdast'
import type { State } from 'mdast-util-to-hast'
import type { HtmlRules } from '../feature'

function cell(
  state: State,
  node: TableCell | undefined,
  align: AlignType,
  isHead: boolean,
): Element {
  return {
    type: 'element',
    tagName: isHead ? 'th' : 'td',
    properties: {
      ...(isHead ? { scope: 'col' } : {}),
      ...(align ? { className: [`align-${align}`] } : {}),
    },
    children: node ? state.all(node) : [],
  }
}

function row(state: State, node: TableRow, align: readonly AlignType[], isHead: boolean): Element {
  const cells = align.map((value, index) => cell(state, node.children[index], value, isHead))
  return element('tr', state.wrap(cells, true))
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

/** Alignment is a class and not a style, so that a page may forbid styles inside its text. */
function table(state: State, node: Table): Element {
  const [head, ...rest] = node.children
  const align = node.align ?? head?.children.map(() => null) ?? []
  const parts: Element[] = []
  if (head) parts.push(element('thead', state.wrap([row(state, head, align, true)], true)))
  if (rest.length > 0) {
    const rows = rest.map((each) => row(state, each, align, false))
    parts.push(element('tbody', state.wrap(rows, true)))
  }
  return element('table', state.wrap(parts, true))
}

const ALIGN: [string, ...string[]] = ['className', 'align-left', 'align-center', 'align-right']

export const html: HtmlRules = {
  handlers: { table },
  allow: {
    tagNames: ['table', 'thead', 'tbody', 'tr', 'th', 'td'],
    attributes: { th: [ALIGN, ['scope', 'col']], td: [ALIGN] },
  },
}
