import { type KeyboardEvent, type RefObject, useSyncExternalStore } from 'react'
import type { FieldName } from '../../../shared/document/frontMatterFields'
import type { ReviewedDocument } from '../../../shared/document/reviewedDocument'
import { joinLines } from '../../../shared/text/runs'
import { useDesk } from '../../app/DeskContext'
import { travel, type Way, wayOf } from '../historyActions'
import type { FieldSteps } from './fieldSteps'
import styles from './HeadFields.module.css'

interface HeadFieldsProps {
  readonly document: ReviewedDocument
  readonly steps: FieldSteps
  /** Whether nothing can be typed now. */
  readonly isLocked: boolean
  readonly headlineRef: RefObject<HTMLTextAreaElement | null>
  readonly standfirstRef: RefObject<HTMLTextAreaElement | null>
  /** Moves on into the body. */
  onLeave(): void
}

/** Headline and standfirst above the body, kept in the front matter. */
export function HeadFields({ headlineRef, standfirstRef, onLeave, ...shared }: HeadFieldsProps) {
  /** Undoes or redoes, in whatever field or text; the keyboard goes along to the field. */
  async function go(way: Way): Promise<void> {
    const [first] = await shared.steps.travel(() => travel(shared.document.editor, way))
    if (first === 'title') headlineRef.current?.focus()
    else if (first === 'standfirst') standfirstRef.current?.focus()
  }

  return (
    <header className={styles.head} data-article-header>
      <HeadField
        {...shared}
        name="title"
        label="Headline"
        className={styles.headline}
        fieldRef={headlineRef}
        onNext={() => standfirstRef.current?.focus()}
        onTravel={go}
      />
      <HeadField
        {...shared}
        name="standfirst"
        label="Standfirst"
        className={styles.standfirst}
        fieldRef={standfirstRef}
        onNext={onLeave}
        onPrevious={() => headlineRef.current?.focus()}
        onTravel={go}
      />
    </header>
  )
}

interface HeadFieldProps extends Pick<HeadFieldsProps, 'document' | 'steps' | 'isLocked'> {
  readonly name: FieldName
  readonly label: string
  readonly className: string | undefined
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>
  onNext(): void
  onPrevious?(): void
  onTravel(way: Way): Promise<void>
}

function HeadField({
  document,
  steps,
  isLocked,
  name,
  label,
  className,
  fieldRef,
  onNext,
  onPrevious,
  onTravel,
}: HeadFieldProps) {
  const { platform } = useDesk().host
  const value = useSyncExternalStore(document.onChange, () => document.field(name))
  const original = useSyncExternalStore(document.onChange, () => document.review.original(name))

  function press(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return
    const way = wayOf(event.nativeEvent, platform)
    if (way !== null) {
      event.preventDefault()
      void onTravel(way)
      return
    }
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
    <div className={styles.field} data-head-field={name}>
      <textarea
        ref={fieldRef}
        className={className}
        aria-label={label}
        placeholder={label}
        rows={1}
        value={value}
        readOnly={isLocked || document.fieldsLocked !== undefined}
        // A pasted line break is a space: both fields are one line in the file.
        onChange={(event) => steps.type(name, joinLines(event.target.value))}
        onKeyDown={press}
      />
      {original === value ? null : (
        <del className={styles.original}>{original === '' ? '(nothing)' : original}</del>
      )}
    </div>
  )
}
