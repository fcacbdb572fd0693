import { $createLineBreakNode } from 'lexical'
import type { MarkdownRules } from '../feature'

/** A hard line break. In a table cell and a heading, where Markdown has none, it is written as `<br>`. */
export const breakMarkdown: MarkdownRules = {
  importRules: [{ type: 'break', $import: () => $createLineBreakNode() }],
  toMarkdown: [
    {
      handlers: {
        break(_node, _parent, state) {
          const flat = state.stack.some((name) => name === 'tableCell' || name === 'headingAtx')
          return flat ? '<br>' : '\\\n'
        },
      },
    },
  ],
  prepare(tree) {
    readBreaks(tree)
  },
}

type Tree = { type: string; value?: string; children?: Tree[] }

/** Reads `<br>` in headings and table cells as the line break it is there. */
function readBreaks(node: Tree): void {
  for (const child of node.children ?? []) {
    if (
      (node.type === 'heading' || node.type === 'tableCell') &&
      child.type === 'html' &&
      /^<br\s*\/?>$/i.test(child.value ?? '')
    ) {
      child.type = 'break'
      delete child.value
    }
    readBreaks(child)
  }
}
