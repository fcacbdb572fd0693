import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Reviewer } from '../../shared/review'
import { Button } from '../ui/Button'
import styles from './Card.module.css'
import { HandleMenu } from './HandleMenu'
import { handleBefore, peopleFor } from './handles'

interface CommentFieldProps {
  readonly label: string
  readonly start: string
  readonly send: string
  /** Whose handles are offered after an `@`. */
  readonly people: readonly Reviewer[]
  /** An empty text where one stood before takes the comment away. */
  onSend(text: string): void
  onLeave(): void
}

/** Where a comment is written: Ctrl+Enter sends it, Escape leaves. */
export function CommentField({ label, start, send, people, onSend, onLeave }: CommentFieldProps) {
  const [text, setText] = useState(start)
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const menu = useId()
  const writing = caret === null ? null : handleBefore(text, caret)
  const offered = writing === null ? [] : peopleFor(writing.typed, people)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isSendable = text.trim() !== '' || start !== ''

  function pick(person: Reviewer | undefined): void {
    if (writing === null || caret === null || person === undefined) return
    const before = `${text.slice(0, writing.start)}@${person.handle} `
    setText(before + text.slice(caret).trimStart())
    setCaret(null)
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length))
  }

  /** The keys of the menu of people; `false` where it is not open or does not know the key. */
  function pressInMenu({ key }: KeyboardEvent): boolean {
    if (offered.length === 0) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1
      setActive((active + step + offered.length) % offered.length)
    } else if (key === 'Enter' || key === 'Tab') pick(offered[active])
    else if (key === 'Escape') setCaret(null)
    else return false
    return true
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const isSending = event.ctrlKey || event.metaKey
    if (!isSending && pressInMenu(event)) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onLeave()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isSendable) {
      event.preventDefault()
      onSend(text.trim())
    }
  }

  return (
    <div className={styles.field} onClick={(event) => event.stopPropagation()}>
      <textarea
        ref={field}
        aria-label={label}
        className={styles.input}
        rows={3}
        value={text}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? menu : undefined}
        aria-activedescendant={offered.length > 0 ? `${menu}-${active}` : undefined}
        onChange={(event) => {
          setText(event.target.value)
          setCaret(event.target.selectionStart)
          setActive(0)
        }}
        onBlur={() => setCaret(null)}
        onKeyDown={press}
      />
      {offered.length > 0 ? (
        <HandleMenu id={menu} people={offered} active={active} onPick={pick} />
      ) : null}
      <div className={styles.answers}>
        <Button look="primary" disabled={!isSendable} onClick={() => onSend(text.trim())}>
          {text.trim() === '' && start !== '' ? 'Delete' : send}
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </div>
  )
}
