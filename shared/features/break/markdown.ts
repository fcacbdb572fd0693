import { $createLineBreakNode } from 'lexical'
import type { MarkdownRules } from '../feature'

/**
 * A hard line break. In a table cell and a heading, where Markdown has none, it is written as `<br>`;
 * also before a tag, which would begin a block of HTML at the start of a line.
 */
export const breakMarkdown: MarkdownRules = {
  importRules: [{ type: 'break', $import: () => $createLineBreakNode() }],
  toMarkdown: [
    {
      handlers: {
        break(node, parent, state) {
          const flat = state.stack.some((name) => name === 'tableCell' || name === 'headingAtx')
          const siblings: readonly { readonly type: string }[] = parent?.children ?? []
          const next = siblings[siblings.indexOf(node) + 1]
          return flat || next?.type === 'opaqueText' ? '<br>' : '\\\n'
        },
      },
    },
  ],
  prepare(tree) {
    readBreaks(tree, false)
  },
}

type Tree = { type: string; value?: string; children?: Tree[] }

/** Reads `<br>` in headings and table cells as the line break it is there. */
function readBreaks(node: Tree, isFlat: boolean): void {
  const children = node.children ?? []
  for (const [index, child] of children.entries()) {
    const isBeforeTag = children[index + 1]?.type === 'html' && node.type !== 'root'
    if (
      (isFlat || isBeforeTag) &&
      child.type === 'html' &&
      /^<br\s*\/?>$/i.test(child.value ?? '')
    ) {
      child.type = 'break'
      delete child.value
    }
    readBreaks(child, isFlat || child.type === 'heading' || child.type === 'tableCell')
  }
}
