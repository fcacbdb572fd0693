import type { LexicalEditor } from 'lexical'

/** Lexical takes what has this for dragged out of one of its editors; it holds the key of the editor. */
export const DRAG_MARK = 'application/x-lexical-drag'

/** The same for what is dragged out of a field that stands in the page, of whose words Lexical knows nothing. */
const FIELD_MARK = 'application/x-galley-field'

/** Says of words that are being dragged out of a field which page they come from. */
export function markFieldDrag(editor: LexicalEditor, data: DataTransfer): void {
  data.setData(FIELD_MARK, editor.getKey())
}

/**
 * Whether a drop moves words that the browser takes out where they stood in this page, so that both
 * are one step of undo. A key that asks for a copy leaves them there.
 */
export function isMoveWithin(editor: LexicalEditor, event: DragEvent): boolean {
  const data = event.dataTransfer
  if (data === null || event.ctrlKey || event.altKey) return false
  const own = JSON.stringify({ editorKey: editor.getKey() })
  return data.getData(DRAG_MARK) === own || data.getData(FIELD_MARK) === editor.getKey()
}
