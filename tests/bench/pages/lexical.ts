import { buildEditorFromExtensions, defineExtension } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { $createListItemNode, $createListNode, $isListNode, ListExtension } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, RichTextExtension } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, type ElementNode } from 'lexical'
import type { TextBlock } from '../text'

// Lexical as it comes: rich text, history, lists, and nothing of ours.

declare global {
  interface Window {
    openArticle(blocks: readonly TextBlock[]): void
  }
}

function $block(kind: 'heading' | 'paragraph' | 'quote'): ElementNode {
  if (kind === 'heading') return $createHeadingNode('h2')
  return kind === 'quote' ? $createQuoteNode() : $createParagraphNode()
}

function $append({ kind, text }: TextBlock): void {
  const root = $getRoot()
  if (kind !== 'bullet') {
    root.append($block(kind).append($createTextNode(text)))
    return
  }
  const last = root.getLastChild()
  const list = $isListNode(last) ? last : $createListNode('bullet')
  if (list !== last) root.append(list)
  list.append($createListItemNode().append($createTextNode(text)))
}

window.openArticle = (blocks) => {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'bare',
      dependencies: [RichTextExtension, HistoryExtension, ListExtension],
      $initialEditorState: () => {
        $getRoot().clear()
        blocks.forEach($append)
      },
    }),
  )
  editor.setRootElement(document.querySelector<HTMLElement>('#editor'))
}
