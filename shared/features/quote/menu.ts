import { $createQuoteNode, $isQuoteNode, type QuoteNode } from '@lexical/rich-text'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { Action, ActionHost } from '../feature'
import { $createAttributionNode, $isAttributionNode } from './attributionNode'
import { $createPullQuoteNode } from './pull'

/** The blocks that a selection touches, as children of the article or of the footnote they stand in. */
function $blocksOf(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const blocks = new Set<LexicalNode>()
  for (const node of nodes) {
    const block = $findMatchingParent(node, (parent) => $isRootOrShadowRoot(parent.getParent()))
    // A table's cell is one line in Markdown and can hold no quotation.
    if (block && block.getParent()?.getType() !== 'tablecell') blocks.add(block)
  }
  return [...blocks]
}

function $quoteAtCaret(): QuoteNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return $findMatchingParent(selection.anchor.getNode(), $isQuoteNode)
}

/** Puts the selected blocks into `wrapper`. */
function $wrapSelected(wrapper: QuoteNode): QuoteNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const blocks = $blocksOf(selection.getNodes())
  const first = blocks[0]
  if (!first) return null
  first.insertBefore(wrapper)
  return wrapper.append(...blocks)
}

/** Puts the selected blocks into a quotation of a kind, makes the one they are in that kind, or takes them out of it. */
function toggle(kind: 'quote' | 'pull-quote'): (editor: LexicalEditor) => void {
  const $make = () =>
    kind === 'quote' ? $createQuoteNode({ shadowRoot: true }) : $createPullQuoteNode()
  return (editor) =>
    editor.update(() => {
      const quote = $quoteAtCaret()
      if (quote === null) $wrapSelected($make())
      else if (quote.getType() === kind) quote.collapseAtStart()
      else quote.replace($make(), true)
    })
}

/** Opens the line that names who is quoted, and makes that line if there is none. */
function attribute(editor: LexicalEditor, host: ActionHost): void {
  editor.update(
    () => {
      const quote = $quoteAtCaret() ?? $wrapSelected($createQuoteNode({ shadowRoot: true }))
      if (quote === null) return
      const last = quote.getLastChild()
      if ($isAttributionNode(last)) {
        last.selectEnd()
        return
      }
      const name = $createAttributionNode()
      quote.append(name)
      name.selectEnd()
    },
    { onUpdate: () => host.editAttribution?.() },
  )
}

export const quoteActions: readonly Action[] = [
  {
    name: 'quote.toggle',
    label: 'Quotation',
    keywords: ['blockquote', 'quote', 'cite', '>'],
    icon: 'text-quote',
    shortcuts: { document: ['Mod+Shift+Q'] },
    group: 'block',
    inToolbar: true,
    run: toggle('quote'),
    isActive: (state) => state.blocks.includes('quote'),
  },
  {
    name: 'quote.pull',
    label: 'Pull quote',
    keywords: ['quotation', 'aside', 'highlight', 'callout'],
    icon: 'quote',
    group: 'block',
    run: toggle('pull-quote'),
    isActive: (state) => state.blocks.includes('pull-quote'),
  },
  {
    name: 'quote.attribute',
    label: 'Name who is quoted',
    keywords: ['attribution', 'speaker', 'role', 'source', 'cite', 'byline'],
    icon: 'user-round-pen',
    group: 'insert',
    run: attribute,
  },
]
