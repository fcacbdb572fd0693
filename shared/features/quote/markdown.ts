import type { MdastExportContext, MdastImportContext } from '@lexical/mdast'
import { $createQuoteNode, $isQuoteNode, type QuoteNode } from '@lexical/rich-text'
import type { LexicalNode } from 'lexical'
import type { Blockquote, Break, Paragraph, PhrasingContent } from 'mdast'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'
import { readAttribution } from './attribution'
import { $createAttributionNode, $isAttributionNode, type AttributionNode } from './attributionNode'
import { $createPullQuoteNode, $isPullQuoteNode, isPullMark, PULL_MARK } from './pull'

type Flow = Blockquote['children']

function $importQuote(node: Blockquote, context: MdastImportContext): QuoteNode {
  const [first] = node.children
  const isPull = isPullMark(first)
  const mark = isPull && first !== undefined && 'value' in first ? first.value : PULL_MARK
  const quote = isPull ? $createPullQuoteNode(mark) : $createQuoteNode({ shadowRoot: true })
  const children = isPull ? node.children.slice(1) : node.children
  const named = readAttribution({ children })
  const body: Blockquote = { type: 'blockquote', children: [...(named?.body ?? children)] }
  quote.append(...context.importChildren(body))
  if (named === null) return quote
  const line: Paragraph = { type: 'paragraph', children: [...named.attribution] }
  const { dash, joint } = named
  return quote.append(
    $createAttributionNode({ dash, joint }).append(...context.importChildren(line)),
  )
}

/** The name with its dash; nothing where no name has been written yet. */
function $exportName(node: AttributionNode, context: MdastExportContext): PhrasingContent[] {
  const [first, ...rest] = $exportInline(node, context)
  if (first === undefined) return []
  const { dash } = node.getManner()
  return first.type === 'text'
    ? [{ ...first, value: dash + first.value }, ...rest]
    : [{ type: 'text', value: dash }, first, ...rest]
}

const BREAK: Break = { type: 'break' }

/** The name as the last line of the words, where the file has it there and the words end in a line. */
function joined(body: Flow, name: PhrasingContent[], joint: 'soft' | 'hard'): Flow | null {
  const words = body.at(-1)
  if (words?.type !== 'paragraph' || words.children.length === 0) return null
  if (words.children.at(-1)?.type === 'break') return null
  const [first, ...rest] = name
  const line: PhrasingContent[] =
    joint === 'soft' && first?.type === 'text'
      ? [{ ...first, value: `\n${first.value}` }, ...rest]
      : [BREAK, ...name]
  return [...body.slice(0, -1), { ...words, children: [...words.children, ...line] }]
}

function $exportFlow(children: readonly LexicalNode[], context: MdastExportContext): Flow {
  const last = children.at(-1)
  if (!$isAttributionNode(last)) return context.exportChildren(children) as Flow
  const body = context.exportChildren(children.slice(0, -1)) as Flow
  const name = $exportName(last, context)
  if (name.length === 0) return body
  const { joint } = last.getManner()
  const paragraph: Paragraph = { type: 'paragraph', children: name }
  return (joint === 'paragraph' ? null : joined(body, name, joint)) ?? [...body, paragraph]
}

export const quoteMarkdown: MarkdownRules = {
  importRules: [{ type: 'blockquote', $import: $importQuote }],
  exportRules: [
    ...['quote', 'pull-quote'].map((type) => ({
      type,
      $export: ((node, context) => {
        if (!$isQuoteNode(node)) return null
        const flow = $exportFlow(node.getChildren(), context)
        const children: Flow = $isPullQuoteNode(node)
          ? [{ type: 'opaqueFlow', kind: 'html', value: node.getMark() } as never, ...flow]
          : flow
        return { type: 'blockquote', children }
      }) satisfies NonNullable<MarkdownRules['exportRules']>[number]['$export'],
    })),
    {
      // Only reached where a name stands outside of a quotation, on its way to being a paragraph.
      type: 'attribution',
      $export: (node, context) =>
        $isAttributionNode(node)
          ? { type: 'paragraph', children: $exportName(node, context) }
          : null,
    },
  ],
  toMarkdown: [{ join: [(left) => (isPullMark(left) ? 0 : undefined)] }],
}
