import type { LexicalEditor } from 'lexical'
import { markdownOfSelection } from '../../shared/document/editor/selectionMarkdown'

/**
 * Puts the selection on the clipboard as Markdown text. It goes through the browser's own copy event,
 * which needs no permission and works where the asynchronous clipboard is denied.
 */
export function copyAsMarkdown(editor: LexicalEditor): void {
  const markdown = markdownOfSelection(editor)
  if (markdown === '') return
  const put = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', markdown)
  }
  window.addEventListener('copy', put, { capture: true, once: true })
  document.execCommand('copy')
  window.removeEventListener('copy', put, { capture: true })
}
