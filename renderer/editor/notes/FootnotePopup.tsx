import type { LexicalEditor } from 'lexical'
import { Popover } from 'radix-ui'
import { useEffect, useId, useRef, useState } from 'react'
import { readNote, writeNote } from '../../../shared/document/editor/notes'
import { $firstReference, $noteOf } from '../../../shared/features/footnote'
import { Button } from '../../ui/Button'
import styles from './FootnotePopup.module.css'

interface FootnotePopupProps {
  readonly editor: LexicalEditor
  /** The label of the footnote that is open, and the mark that it was opened at. */
  readonly open: OpenFootnote | null
  onClose(): void
}

export interface OpenFootnote {
  readonly label: string
  readonly mark: HTMLElement | null
}

/** A footnote beside its mark, to be read and written there. What is written is in the article at once. */
export function FootnotePopup({ editor, open, onClose }: FootnotePopupProps) {
  const anchor = useRef<{ getBoundingClientRect(): DOMRect }>(document.body)
  useEffect(() => {
    const rect = open?.mark?.getBoundingClientRect()
    if (rect !== undefined) anchor.current = { getBoundingClientRect: () => rect }
  }, [open])
  return (
    <Popover.Root open={open !== null} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Content
        className={styles.popover}
        side="bottom"
        align="start"
        sideOffset={8}
        collisionPadding={12}
        aria-label={`Footnote ${open?.label ?? ''}`}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          editor.focus()
        }}
      >
        {open === null ? null : (
          <NoteField key={open.label} editor={editor} label={open.label} onClose={onClose} />
        )}
      </Popover.Content>
    </Popover.Root>
  )
}

interface NoteFieldProps {
  readonly editor: LexicalEditor
  readonly label: string
  onClose(): void
}

function NoteField({ editor, label, onClose }: NoteFieldProps) {
  const id = useId()
  const [stored] = useState(() => readNote(editor, label))
  const [text, setText] = useState(stored ?? '')
  const isFirst = useRef(true)

  function write(markdown: string): void {
    setText(markdown)
    writeNote(editor, label, markdown, isFirst.current ? 'step' : 'same step')
    isFirst.current = false
  }

  /** Closes with the caret in the article: in the note, or behind the mark. */
  function leave(to: 'note' | 'text'): void {
    editor.update(() => {
      if (to === 'note') $noteOf(label)?.selectEnd()
      else $firstReference(label)?.selectNext(0, 0)
    })
    onClose()
  }

  return (
    <>
      <label htmlFor={id} className={styles.label}>
        Footnote {label}
        {stored === null ? ' has no text in this article. Write it here.' : ''}
      </label>
      <textarea
        id={id}
        className={styles.text}
        value={text}
        rows={3}
        readOnly={!editor.isEditable()}
        placeholder="Source, with [a link](https://…) if there is one"
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => {
          const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
          if (!isDone || event.nativeEvent.isComposing) return
          event.preventDefault()
          leave('text')
        }}
      />
      <div className={styles.buttons}>
        <Button onClick={() => leave('note')}>Go to the note</Button>
        <Button look="primary" onClick={() => leave('text')}>
          Done
        </Button>
      </div>
    </>
  )
}
