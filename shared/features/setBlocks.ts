import { $setBlocksType } from '@lexical/selection'
import { $getSelection, $isRangeSelection, type ElementNode, type LexicalEditor } from 'lexical'
import type { CaretState } from './feature'

/** Turns the blocks that the selection touches into what `create` makes; their text and marks stay. */
export function $setBlocks(editor: LexicalEditor, create: () => ElementNode): void {
  editor.update(() => {
    const selection = $getSelection()
    if ($isRangeSelection(selection)) $setBlocksType(selection, create)
  })
}

/** An `isActive` that holds while the caret's own block is of a type. */
export function isBlock(type: string): (state: CaretState) => boolean {
  return (state) => state.blocks[0] === type
}
