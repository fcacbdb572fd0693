import type { LexicalEditor } from 'lexical'
import { Popover } from 'radix-ui'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { isSafeAddress } from '../../shared/features/link'
import {
  $attributionAtCaret,
  $readLine,
  NOBODY,
  type Parts,
  writeLine,
} from '../../shared/features/quote'
import { Button } from '../ui/Button'
import styles from './AttributionPopup.module.css'
import { completedAddress } from './completedAddress'

interface AttributionPopupProps {
  readonly editor: LexicalEditor
  readonly isOpen: boolean
  onClose(): void
}

/** Who is quoted, beside the line that says so: what is written is in the article at once. */
export function AttributionPopup({ editor, isOpen, onClose }: AttributionPopupProps) {
  const anchor = useRef<{ getBoundingClientRect(): DOMRect }>(document.body)
  const [line, setLine] = useState<Line | null>(null)
  useEffect(() => {
    const found = isOpen ? lineAtCaret(editor) : null
    setLine(found)
    if (!isOpen) return
    const rect = found === null ? undefined : editor.getElementByKey(found.key)
    if (found === null || rect == null) onClose()
    else {
      const place = rect.getBoundingClientRect()
      anchor.current = { getBoundingClientRect: () => place }
    }
  }, [editor, isOpen, onClose])

  return (
    <Popover.Root
      open={isOpen && line !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Content
        className={styles.popover}
        side="bottom"
        align="start"
        sideOffset={8}
        collisionPadding={12}
        aria-label="Who is quoted"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          editor.focus()
        }}
      >
        {line === null ? null : (
          <PartFields key={line.key} editor={editor} line={line} onClose={onClose} />
        )}
      </Popover.Content>
    </Popover.Root>
  )
}

interface Line {
  readonly key: string
  /** `null` where the line has more in it than these fields could show. */
  readonly parts: Parts | null
}

function lineAtCaret(editor: LexicalEditor): Line | null {
  return editor.read(() => {
    const line = $attributionAtCaret()
    return line === null ? null : { key: line.getKey(), parts: $readLine(line) }
  })
}

interface PartFieldsProps {
  readonly editor: LexicalEditor
  readonly line: Line
  onClose(): void
}

function PartFields({ editor, line, onClose }: PartFieldsProps) {
  const [parts, setParts] = useState(line.parts ?? NOBODY)
  const [address, setAddress] = useState(parts.href)
  const isFirst = useRef(true)

  function change(changes: Partial<Parts>): void {
    const next = { ...parts, ...changes }
    setParts(next)
    writeLine(editor, line.key, next, isFirst.current ? 'step' : 'same step')
    isFirst.current = false
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    onClose()
  }

  if (line.parts === null) {
    return (
      <p className={styles.note}>
        This line holds more than a speaker, a role and a source. Write it in the text.
      </p>
    )
  }
  const href = completedAddress(address)
  const isBad = href !== '' && !isSafeAddress(href)
  return (
    <form className={styles.form} onSubmit={submit}>
      <PartField
        label="Speaker"
        value={parts.speaker}
        placeholder="Ana Ruiz"
        onChange={(speaker) => change({ speaker })}
      />
      <PartField
        label="Role"
        value={parts.role}
        placeholder="harbour master, Aldane"
        onChange={(role) => change({ role })}
      />
      <PartField
        label="Source"
        value={parts.source}
        placeholder="The Mill"
        onChange={(source) => change({ source })}
      />
      <PartField
        label="Source link"
        value={address}
        placeholder="https://…"
        problem={isBad ? 'This address cannot be a link.' : null}
        onChange={(value) => {
          setAddress(value)
          const next = completedAddress(value)
          if (next === '' || isSafeAddress(next)) change({ href: next })
        }}
      />
      <div className={styles.buttons}>
        <Button look="primary" type="submit">
          Done
        </Button>
      </div>
    </form>
  )
}

interface PartFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly problem?: string | null
  onChange(value: string): void
}

function PartField({ label, value, placeholder, problem = null, onChange }: PartFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
