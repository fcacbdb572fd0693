import type { Paragraph } from 'mdast'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'
import { $createRelatedNode, $isRelatedNode } from './node'
import { isRelated } from './related'

/** A paragraph that leads on to other articles. */
interface Related extends Omit<Paragraph, 'type'> {
  type: 'related'
}

declare module 'mdast' {
  interface RootContentMap {
    related: Related
  }
}

/** In the file it is a paragraph like any other. */
export const relatedMarkdown: MarkdownRules = {
  prepare(tree) {
    tree.children.forEach((node, index) => {
      if (node.type === 'paragraph' && isRelated(node))
        tree.children[index] = { ...node, type: 'related' }
    })
  },
  importRules: [
    {
      type: 'related',
      $import: (node: Related, context) =>
        $createRelatedNode().append(...context.importChildren(node)),
    },
  ],
  exportRules: [
    {
      type: 'related',
      $export: (node, context) =>
        $isRelatedNode(node) ? { type: 'paragraph', children: $exportInline(node, context) } : null,
    },
  ],
}
