import type { LexicalEditor } from 'lexical'
import { type FormEvent, useRef, useState } from 'react'
import { isSafeAddress } from '../../../shared/features/link'
import {
  $attributionAtCaret,
  $readLine,
  type Parts,
  writeLine,
} from '../../../shared/features/quote'
import { Button } from '../../ui/Button'
import { completedAddress } from '../completedAddress'
import { Popup, PopupButtons, PopupField, PopupNote } from './Popup'
import { useBlockAtCaret } from './useBlockAtCaret'

interface AttributionPopupProps {
  readonly editor: LexicalEditor
  onClose(): void
}

/** Who is quoted, beside the line at the caret that says so: what is written is in the article at once. */
export function AttributionPopup({ editor, onClose }: AttributionPopupProps) {
  const at = useBlockAtCaret(editor, $lineAtCaret, onClose)
  if (at === null) return null
  const { block: line, element } = at
  return (
    <Popup
      label="Who is quoted"
      place={() => element.getBoundingClientRect()}
      onClose={onClose}
      onLeave={() => editor.focus()}
    >
      {line.parts === null ? (
        <PopupNote>
          This line holds more than a speaker, a role and a source. Write it in the text.
        </PopupNote>
      ) : (
        <PartFields editor={editor} lineKey={line.key} written={line.parts} onClose={onClose} />
      )}
    </Popup>
  )
}

interface Line {
  readonly key: string
  /** `null` where the line has more in it than these fields could show. */
  readonly parts: Parts | null
}

function $lineAtCaret(): Line | null {
  const line = $attributionAtCaret()
  return line === null ? null : { key: line.getKey(), parts: $readLine(line) }
}

const FIELDS = [
  { part: 'speaker', label: 'Speaker', placeholder: 'Ana Ruiz' },
  { part: 'role', label: 'Role', placeholder: 'harbour master, Aldane' },
  { part: 'source', label: 'Source', placeholder: 'The Mill' },
  { part: 'href', label: 'Source link', placeholder: 'https://…' },
] as const

interface PartFieldsProps {
  readonly editor: LexicalEditor
  readonly lineKey: string
  readonly written: Parts
  onClose(): void
}

function PartFields({ editor, lineKey, written, onClose }: PartFieldsProps) {
  const [parts, setParts] = useState(written)
  /** As typed, also while it cannot be a link. */
  const [address, setAddress] = useState(written.href)
  const isFirst = useRef(true)
  const href = completedAddress(address)
  const isBad = href !== '' && !isSafeAddress(href)

  function write(changes: Partial<Parts>): void {
    const next = { ...parts, ...changes }
    setParts(next)
    writeLine(editor, lineKey, next, isFirst.current ? 'step' : 'same step')
    isFirst.current = false
  }

  function type(part: (typeof FIELDS)[number]['part'], value: string): void {
    if (part !== 'href') {
      write({ [part]: value })
      return
    }
    setAddress(value)
    const next = completedAddress(value)
    if (next === '' || isSafeAddress(next)) write({ href: next })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    onClose()
  }

  return (
    <form onSubmit={submit}>
      {FIELDS.map(({ part, label, placeholder }) => (
        <PopupField
          key={part}
          inRow
          label={label}
          problem={part === 'href' && isBad ? 'This address cannot be a link.' : null}
        >
          {(control) => (
            <input
              {...control}
              value={part === 'href' ? address : parts[part]}
              placeholder={placeholder}
              autoComplete="off"
              onChange={(event) => type(part, event.target.value)}
            />
          )}
        </PopupField>
      ))}
      <PopupButtons>
        <Button look="primary" type="submit">
          Done
        </Button>
      </PopupButtons>
    </form>
  )
}
