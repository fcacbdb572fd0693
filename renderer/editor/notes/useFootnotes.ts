import type { LexicalEditor } from 'lexical'
import { useCallback, useEffect, useState } from 'react'
import { $firstReference } from '../../../shared/features/footnote'
import type { OpenFootnote } from '../popup/FootnotePopup'
import { registerDeadLinks } from './deadLinks'

/** Opens footnotes at their marks, leads from a note's number back, and shows which marks lead nowhere. */
export function useFootnotes(editor: LexicalEditor): {
  readonly open: OpenFootnote | null
  show(label: string): void
  close(): void
} {
  const [open, setOpen] = useState<OpenFootnote | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const show = useCallback(
    (label: string) => {
      const key = editor.read(() => $firstReference(label)?.getKey())
      setOpen({ label, mark: key === undefined ? null : editor.getElementByKey(key) })
    },
    [editor],
  )

  useEffect(() => registerDeadLinks(editor), [editor])

  useEffect(() => {
    const clicked = (event: MouseEvent): void => {
      if (!(event.target instanceof HTMLElement) || event.button !== 0) return
      const { target } = event
      const mark = target.closest<HTMLElement>('.footnote-reference')
      if (mark !== null) setOpen({ label: mark.textContent, mark })
      // The number is drawn in front of the note: a press on it hits no text.
      else if (target.matches('.footnote') && target.dataset.label !== undefined) {
        const { label } = target.dataset
        editor.update(() => $firstReference(label)?.selectEnd())
      }
    }
    return editor.registerRootListener((root, before) => {
      before?.removeEventListener('click', clicked)
      root?.addEventListener('click', clicked)
    })
  }, [editor])

  return { open, show, close }
}
