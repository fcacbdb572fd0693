import { $isLinkNode } from '@lexical/link'
import { $isListNode } from '@lexical/list'
import { $isHeadingNode } from '@lexical/rich-text'
import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  type LexicalEditor,
  type LexicalNode,
  type TextFormatType,
} from 'lexical'
import type { CaretState } from '../../shared/features/feature'

const FORMATS: readonly TextFormatType[] = ['bold', 'italic', 'strikethrough', 'code']

export const NO_CARET: CaretState = { blocks: [], marks: new Set() }

function blockName(node: LexicalNode): string | null {
  if ($isHeadingNode(node)) return node.getTag()
  if ($isListNode(node)) return node.getListType()
  const type = node.getType()
  return type === 'root' || type === 'listitem' || type === 'link' || type === 'autolink'
    ? null
    : type
}

/** What the caret, or the start of the selection, is in. */
export function readCaret(editor: LexicalEditor): CaretState {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if ($isNodeSelection(selection)) {
      return { blocks: selection.getNodes().map((node) => node.getType()), marks: new Set() }
    }
    if (!$isRangeSelection(selection)) return NO_CARET
    const node = selection.anchor.getNode()
    const line = [node, ...node.getParents()]
    const marks = new Set<string>(FORMATS.filter((format) => selection.hasFormat(format)))
    if (line.some($isLinkNode)) marks.add('link')
    const blocks = line
      .filter((each) => !('getFormat' in each && each.getType() === 'text'))
      .map(blockName)
      .filter((name) => name !== null)
    return { blocks, marks }
  })
}

/** Whether two caret states would show the same toolbar. */
export function isSameCaret(a: CaretState, b: CaretState): boolean {
  return a.blocks.join() === b.blocks.join() && [...a.marks].join() === [...b.marks].join()
}
