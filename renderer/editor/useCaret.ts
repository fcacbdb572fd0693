import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { CaretState } from '../../shared/features/feature'
import { isSameCaret, NO_CARET, readCaret } from './caret'

/** What the caret is in, read once a frame at most and only then drawn anew when it differs. */
export function useCaret(editor: LexicalEditor): CaretState {
  const [caret, setCaret] = useState(NO_CARET)
  useEffect(() => {
    let frame = 0
    const stop = editor.registerUpdateListener(() => {
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        setCaret((current) => {
          const next = readCaret(editor)
          return isSameCaret(current, next) ? current : next
        })
      })
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [editor])
  return caret
}
