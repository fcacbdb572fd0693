import { $isQuoteNode, QuoteNode } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  type ElementNode,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical'
import { $isAttributionNode, $keepAttribution, AttributionNode } from './attributionNode'
import { PullQuoteNode } from './pull'

/**
 * A quotation holds blocks, so that it can have several paragraphs and lists. Whatever makes an
 * inline-only quotation (a typing shortcut, a paste) gets its text put into a paragraph.
 */
export function $holdBlocks(quote: QuoteNode): void {
  if (!quote.isShadowRoot()) quote.setIsShadowRoot(true)
  let paragraph: ElementNode | null = null
  for (const child of quote.getChildren()) {
    const isInline = $isElementNode(child)
      ? child.isInline()
      : !('isInline' in child) || child.isInline()
    if (!isInline) {
      paragraph = null
      continue
    }
    if (paragraph === null) {
      paragraph = $createParagraphNode()
      child.insertBefore(paragraph)
    }
    paragraph.append(child)
  }
  if (quote.isEmpty()) {
    const empty = $createParagraphNode()
    quote.append(empty)
    const selection = $getSelection()
    if ($isRangeSelection(selection) && selection.anchor.key === quote.getKey()) empty.select()
  }
}

/** Enter in an empty paragraph at a quotation's end leaves the quotation. */
function $leaveOnEnter(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const anchor = selection.anchor.getNode()
  const paragraph = $isParagraphNode(anchor) ? anchor : anchor.getParent()
  if (!$isParagraphNode(paragraph) || !paragraph.isEmpty()) return false
  const quote = paragraph.getParent()
  if ($isAttributionNode(paragraph)) {
    // A name that was not written after all.
    paragraph.insertNewAfter(selection).select()
    paragraph.remove()
    return true
  }
  if (!$isQuoteNode(quote) || paragraph.getNextSibling() !== null || quote.getChildrenSize() < 2)
    return false
  quote.insertAfter(paragraph)
  paragraph.select()
  return true
}

export const QuoteExtension = defineExtension({
  name: 'galley/quote',
  nodes: () => [QuoteNode, PullQuoteNode, AttributionNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(QuoteNode, $holdBlocks),
      editor.registerNodeTransform(PullQuoteNode, $holdBlocks),
      editor.registerNodeTransform(AttributionNode, $keepAttribution),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event?.shiftKey || !$leaveOnEnter()) return false
          event?.preventDefault()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
})
