import {
  $createNodeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
} from 'lexical'
import { $blockOf } from '../../shared/document/editor/blockOf'
import type { Place } from '../state/articleSession'

/** Where the caret stands: its block's number, and the characters of the block before it. */
export function readCaretPlace(editor: LexicalEditor): Pick<Place, 'block' | 'offset'> {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return { block: 0, offset: 0 }
    const { anchor } = selection
    const node = anchor.getNode()
    const block = $blockOf(node)
    if (block === null) return { block: anchor.type === 'element' ? anchor.offset : 0, offset: 0 }
    const before = $isElementNode(block)
      ? block.getAllTextNodes().filter((text) => text.isBefore(node))
      : []
    const offset = before.reduce((sum, text) => sum + text.getTextContentSize(), 0)
    return {
      block: block.getIndexWithinParent(),
      offset: offset + ($isTextNode(node) ? anchor.offset : 0),
    }
  })
}

/** Puts the caret at a place, or as near to it as the article still allows. */
export function selectPlace(
  editor: LexicalEditor,
  { block, offset }: Pick<Place, 'block' | 'offset'>,
): void {
  editor.update(() => {
    const root = $getRoot()
    const node = root.getChildAtIndex(Math.min(block, root.getChildrenSize() - 1))
    if (!$isElementNode(node)) {
      node?.selectPrevious()
      return
    }
    let rest = offset
    for (const text of node.getAllTextNodes()) {
      const size = text.getTextContentSize()
      if (rest <= size) {
        text.select(rest, rest)
        return
      }
      rest -= size
    }
    node.selectEnd()
  })
}

/** Selects some text of a block, or puts the caret at its start where the block does not have it. */
export function selectInBlock(editor: LexicalEditor, key: string, text: string): void {
  editor.update(() => {
    const block = $getNodeByKey(key)
    if (block === null) return
    if (!$isElementNode(block)) {
      const selection = $createNodeSelection()
      selection.add(key)
      $setSelection(selection)
      return
    }
    for (const node of text === '' ? [] : block.getAllTextNodes()) {
      const start = node.getTextContent().indexOf(text)
      if (start < 0) continue
      node.select(start, start + text.length)
      return
    }
    block.selectStart()
  })
}
