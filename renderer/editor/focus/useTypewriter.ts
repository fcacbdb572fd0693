import type { LexicalEditor } from 'lexical'
import { type RefObject, useEffect } from 'react'

/** Where on the page the line that is written stays, from its top. */
const LINE_AT = 0.42

/** Keeps the line being written in one place while typing; a click or a search moves nothing. */
export function useTypewriter(
  editor: LexicalEditor,
  scroller: RefObject<HTMLElement | null>,
  isOn: boolean,
): void {
  useEffect(() => {
    if (!isOn) return
    let frame = 0
    const centre = () => {
      frame = 0
      const page = scroller.current
      const selection = window.getSelection()
      if (page === null || selection === null || selection.rangeCount === 0) return
      if (!editor.getRootElement()?.contains(selection.focusNode)) return
      const rect = caretRect(selection)
      if (rect === null) return
      const view = page.getBoundingClientRect()
      const off = rect.top - (view.top + view.height * LINE_AT)
      if (Math.abs(off) > 2) page.scrollTop += off
    }
    const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      frame ||= requestAnimationFrame(centre)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [editor, isOn, scroller])
}

function caretRect(selection: Selection): DOMRect | null {
  const rect = selection.getRangeAt(0).getBoundingClientRect()
  if (rect.height > 0) return rect
  const node = selection.focusNode
  const element = node instanceof Element ? node : node?.parentElement
  return element?.getBoundingClientRect() ?? null
}
