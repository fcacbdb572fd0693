import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { CaretState } from '../../shared/features/feature'
import { afterPaint } from '../preview/slices'
import { isSameCaret, NO_CARET, readCaret } from './caret'

/**
 * What the caret is in, read once a frame at most, after the frame that shows what was typed, and
 * only then drawn anew when it differs.
 */
export function useCaret(editor: LexicalEditor): CaretState {
  const [caret, setCaret] = useState(NO_CARET)
  useEffect(() => {
    let cancel: (() => void) | null = null
    const stop = editor.registerUpdateListener(() => {
      cancel ??= afterPaint(() => {
        cancel = null
        setCaret((current) => {
          const next = readCaret(editor)
          return isSameCaret(current, next) ? current : next
        })
      })
    })
    return () => {
      stop()
      cancel?.()
    }
  }, [editor])
  return caret
}
