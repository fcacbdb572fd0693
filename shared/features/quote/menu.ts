import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { Action } from '../feature'

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

/** Puts the selected blocks into a quotation, or takes them out of the one they are in. */
function $toggleQuote(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const quote = $findMatchingParent(selection.anchor.getNode(), $isQuoteNode)
    if (quote) {
      quote.collapseAtStart()
      return
    }
    const blocks = $blocksOf(selection.getNodes())
    const first = blocks[0]
    if (!first) return
    const wrapper = $createQuoteNode({ shadowRoot: true })
    first.insertBefore(wrapper)
    wrapper.append(...blocks)
  })
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
    run: $toggleQuote,
    isActive: (state) => state.blocks.includes('quote'),
  },
]
