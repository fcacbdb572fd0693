import { type KeyboardEvent, type RefObject, useSyncExternalStore } from 'react'
import type { FieldName } from '../../shared/document/frontMatterFields'
import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import { joinLines } from '../../shared/text/runs'
import styles from './HeadFields.module.css'

interface HeadFieldsProps {
  readonly document: ReviewedDocument
  /** Whether nothing can be typed now. */
  readonly isLocked: boolean
  readonly headlineRef: RefObject<HTMLTextAreaElement | null>
  readonly standfirstRef: RefObject<HTMLTextAreaElement | null>
  /** Moves on into the body. */
  onLeave(): void
}

/** Headline and standfirst above the body, kept in the front matter. */
export function HeadFields({
  document,
  isLocked,
  headlineRef,
  standfirstRef,
  onLeave,
}: HeadFieldsProps) {
  return (
    <header className={styles.head} data-article-header>
      <HeadField
        document={document}
        isLocked={isLocked}
        name="title"
        label="Headline"
        className={styles.headline}
        fieldRef={headlineRef}
        onNext={() => standfirstRef.current?.focus()}
      />
      <HeadField
        document={document}
        isLocked={isLocked}
        name="standfirst"
        label="Standfirst"
        className={styles.standfirst}
        fieldRef={standfirstRef}
        onNext={onLeave}
        onPrevious={() => headlineRef.current?.focus()}
      />
    </header>
  )
}

interface HeadFieldProps {
  readonly document: ReviewedDocument
  readonly isLocked: boolean
  readonly name: FieldName
  readonly label: string
  readonly className: string | undefined
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  onNext(): void
  onPrevious?(): void
}

function HeadField({
  document,
  isLocked,
  name,
  label,
  className,
  fieldRef,
  onNext,
  onPrevious,
}: HeadFieldProps) {
  const value = useSyncExternalStore(document.onChange, () => document.field(name))
  const original = useSyncExternalStore(document.onChange, () => document.review.original(name))

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd, value: text } = event.currentTarget
    const isAtEnd = selectionStart === text.length && selectionEnd === text.length
    const isAtStart = selectionStart === 0 && selectionEnd === 0
    if (event.key === 'Enter' || (event.key === 'ArrowDown' && isAtEnd)) {
      event.preventDefault()
      onNext()
    } else if (onPrevious && isAtStart && (event.key === 'ArrowUp' || event.key === 'Backspace')) {
      event.preventDefault()
      onPrevious()
    }
  }

  return (
    <div data-head-field={name}>
      <textarea
        ref={fieldRef}
        className={className}
        aria-label={label}
        placeholder={label}
        rows={1}
        value={value}
        readOnly={isLocked || document.fieldsLocked !== undefined}
        // A pasted line break is a space: both fields are one line in the file.
        onChange={(event) => document.setField(name, joinLines(event.target.value))}
        onKeyDown={press}
      />
      {original === value ? null : (
        <del className={styles.original}>{original === '' ? '(nothing)' : original}</del>
      )}
    </div>
  )
}
