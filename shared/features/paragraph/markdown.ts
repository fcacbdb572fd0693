import { $createParagraphNode, $isParagraphNode } from 'lexical'
import { spacesForLineEnds } from '../../text/runs'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'

export const paragraphMarkdown: MarkdownRules = {
  importRules: [
    {
      type: 'paragraph',
      $import: (node, context) => $createParagraphNode().append(...context.importChildren(node)),
    },
    {
      // A single line ending in a paragraph is a space to a reader; how the lines were wrapped
      // is kept by the ledger, not by the editor.
      type: 'text',
      $import: (node, context) => context.createText(spacesForLineEnds(node.value)),
    },
  ],
  exportRules: [
    {
      type: 'paragraph',
      $export: (node, context) =>
        $isParagraphNode(node)
          ? { type: 'paragraph', children: $exportInline(node, context) }
          : null,
    },
  ],
}
