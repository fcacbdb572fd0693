import type { Definition, Html, Literal } from 'mdast'
import { visit } from 'unist-util-visit'
import type { MarkdownRules } from '../feature'
import {
  $createOpaqueBlockNode,
  $createOpaqueInlineNode,
  $isOpaqueBlockNode,
  $isOpaqueInlineNode,
  type OpaqueKind,
} from './node'

/** Source kept verbatim where blocks stand. */
export interface OpaqueFlow extends Literal {
  type: 'opaqueFlow'
  kind: OpaqueKind
}

/** Source kept verbatim inside a line of text. */
export interface OpaqueText extends Literal {
  type: 'opaqueText'
}

declare module 'mdast' {
  interface DefinitionData {
    source?: string
  }
  interface BlockContentMap {
    opaqueFlow: OpaqueFlow
  }
  interface PhrasingContentMap {
    opaqueText: OpaqueText
  }
  interface RootContentMap {
    opaqueFlow: OpaqueFlow
    opaqueText: OpaqueText
  }
}

const HOLDS_TEXT = new Set([
  'paragraph',
  'related',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

/** Whether the children of an mdast node of this type are inline. */
export function holdsText(type: string): boolean {
  return HOLDS_TEXT.has(type)
}

export const opaqueMarkdown: MarkdownRules = {
  prepare(tree, source) {
    visit(tree, (node, index, parent) => {
      if (parent === undefined || index === undefined) return
      if (node.type === 'html' && !holdsText(parent.type)) {
        parent.children[index] = {
          type: 'opaqueFlow',
          kind: 'html',
          value: node.value,
          position: node.position,
        }
      } else if (node.type === 'definition' && parent.type === 'root' && node.position) {
        const { start, end } = node.position
        node.data = { source: source.slice(start.offset, end.offset) }
      }
    })
  },
  importRules: [
    {
      type: 'opaqueFlow',
      $import: (node: OpaqueFlow) => $createOpaqueBlockNode(node.value, node.kind),
    },
    {
      type: 'opaqueText',
      $import: (node: OpaqueText, context) =>
        $createOpaqueInlineNode(node.value).setFormat(context.format),
    },
    {
      type: 'html',
      $import: (node: Html, context) =>
        $createOpaqueInlineNode(node.value).setFormat(context.format),
    },
    {
      type: 'definition',
      $import: (node: Definition) =>
        $createOpaqueBlockNode(
          node.data?.source ?? `[${node.label ?? node.identifier}]: ${node.url}`,
          'definition',
        ),
    },
  ],
  exportRules: [
    {
      type: 'opaque-block',
      $export: (node) =>
        $isOpaqueBlockNode(node)
          ? { type: 'opaqueFlow', kind: node.getKind(), value: node.getSource() }
          : null,
    },
    {
      type: 'opaque-inline',
      $export: (node) =>
        $isOpaqueInlineNode(node) ? { type: 'opaqueText', value: node.getTextContent() } : null,
    },
  ],
  toMarkdown: [
    {
      handlers: {
        opaqueFlow: (node: OpaqueFlow) => node.value,
        opaqueText: (node: OpaqueText) => node.value,
      },
    },
  ],
}
