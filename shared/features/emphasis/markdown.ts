import { $createTextNode, IS_BOLD, IS_CODE, IS_ITALIC, IS_STRIKETHROUGH } from 'lexical'
import type { Delete, Emphasis, InlineCode, Strong } from 'mdast'
import { joinLines } from '../../text/runs'
import type { MarkdownRules } from '../feature'

export const emphasisMarkdown: MarkdownRules = {
  importRules: [
    {
      type: 'strong',
      $import: (node: Strong, context) => context.importChildren(node, IS_BOLD),
    },
    {
      type: 'emphasis',
      $import: (node: Emphasis, context) => context.importChildren(node, IS_ITALIC),
    },
    {
      type: 'delete',
      $import: (node: Delete, context) => context.importChildren(node, IS_STRIKETHROUGH),
    },
    {
      type: 'inlineCode',
      // A tab of its own node could carry no format, and would part the code in two.
      $import: (node: InlineCode, context) =>
        $createTextNode(joinLines(node.value)).setFormat(context.format | IS_CODE),
    },
  ],
}
