import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import type { Blockquote } from 'mdast'
import type { MarkdownRules } from '../feature'

export const quoteMarkdown: MarkdownRules = {
  importRules: [
    {
      type: 'blockquote',
      $import: (node: Blockquote, context) =>
        $createQuoteNode({ shadowRoot: true }).append(...context.importChildren(node)),
    },
  ],
  exportRules: [
    {
      type: 'quote',
      $export: (node, context) =>
        $isQuoteNode(node)
          ? { type: 'blockquote', children: context.exportChildren(node) as Blockquote['children'] }
          : null,
    },
  ],
}
