import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../ui/Button'
import styles from './Card.module.css'

interface CommentFieldProps {
  readonly label: string
  readonly start: string
  readonly send: string
  /** An empty text where one stood before takes the comment away. */
  onSend(text: string): void
  onLeave(): void
}

/** Where a comment is written: Ctrl+Enter sends it, Escape leaves. */
export function CommentField({ label, start, send, onSend, onLeave }: CommentFieldProps) {
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const isSendable = text.trim() !== '' || start !== ''

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
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
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
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
