import type { LexicalEditor } from 'lexical'
import { useRef, useState } from 'react'
import { readNote, writeNote } from '../../../shared/document/editor/notes'
import { $firstReference, $noteOf } from '../../../shared/features/footnote'
import { Button } from '../../ui/Button'
import { Popup, PopupButtons, PopupField } from './Popup'
import { selectionRect } from './selectionRect'

/** The label of the footnote that is open, and the mark that it was opened at. */
export interface OpenFootnote {
  readonly label: string
  readonly mark: HTMLElement | null
}

interface FootnotePopupProps {
  readonly editor: LexicalEditor
  readonly open: OpenFootnote
  onClose(): void
}

/** A footnote beside its mark, to be read and written there. What is written is in the article at once. */
export function FootnotePopup({ editor, open: { label, mark }, onClose }: FootnotePopupProps) {
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

  const missing = stored === null ? ' has no text in this article. Write it here.' : ''
  return (
    <Popup
      label={`Footnote ${label}`}
      place={() => mark?.getBoundingClientRect() ?? selectionRect()}
      onClose={onClose}
      onLeave={() => editor.focus()}
    >
      <PopupField label={`Footnote ${label}${missing}`}>
        {(control) => (
          <textarea
            {...control}
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
        )}
      </PopupField>
      <PopupButtons>
        <Button onClick={() => leave('note')}>Go to the note</Button>
        <Button look="primary" onClick={() => leave('text')}>
          Done
        </Button>
      </PopupButtons>
    </Popup>
  )
}
