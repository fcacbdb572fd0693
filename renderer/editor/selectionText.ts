import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'

/** How long the count of what is selected may trail the selection. */
const TRAIL_MS = 150

/** Tells a moment after the selection has changed what is selected; null when nothing is. */
export function onSelectedText(
  editor: LexicalEditor,
  listener: (text: string | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let had = false
  const tell = () => {
    timer = null
    const text = editor.getEditorState().read(() => {
      const selection = $getSelection()
      return $isRangeSelection(selection) && !selection.isCollapsed()
        ? selection.getTextContent()
        : null
    })
    if (text === null && !had) return
    had = text !== null
    listener(text)
  }
  const stop = editor.registerUpdateListener(({ editorState, prevEditorState }) => {
    if (editorState._selection === prevEditorState._selection) return
    timer ??= setTimeout(tell, TRAIL_MS)
  })
  return () => {
    stop()
    if (timer !== null) clearTimeout(timer)
  }
}
