import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import type { MarkdownRules } from '../feature'
import {
  $createFootnoteNode,
  $createFootnoteReferenceNode,
  $isFootnoteNode,
  $isFootnoteReferenceNode,
} from './node'

export const footnoteMarkdown: MarkdownRules = {
  importRules: [
    {
      type: 'footnoteReference',
      $import: (node: FootnoteReference, context) =>
        $createFootnoteReferenceNode(node.label ?? node.identifier).setFormat(context.format),
    },
    {
      type: 'footnoteDefinition',
      $import: (node: FootnoteDefinition, context) =>
        $createFootnoteNode(node.label ?? node.identifier).append(...context.importChildren(node)),
    },
  ],
  exportRules: [
    {
      type: 'footnote-reference',
      $export(node) {
        if (!$isFootnoteReferenceNode(node)) return null
        const label = node.getTextContent()
        return { type: 'footnoteReference', identifier: label.toLowerCase(), label }
      },
    },
    {
      type: 'footnote',
      $export(node, context) {
        if (!$isFootnoteNode(node)) return null
        const label = node.getLabel()
        return {
          type: 'footnoteDefinition',
          identifier: label.toLowerCase(),
          label,
          children: context.exportChildren(node) as FootnoteDefinition['children'],
        }
      },
    },
  ],
}
