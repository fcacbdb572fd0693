import {
  $getNodeByKey,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import {
  $isFigureNode,
  bareCredit,
  CREDIT_LABEL,
  type FigureWidth,
  isLabelled,
  type Picture,
  readCaption,
  readWidth,
  writeCaption,
  writeWidth,
} from '../../shared/features/figure'
import { joinLines } from '../../shared/text/runs'
import styles from './FigureView.module.css'
import { PictureBox } from './PictureBox'
import { isMoveWithin, markFieldDrag } from './paste/fieldDrag'
import { createTypingRun } from './typingRun'

interface FigureViewProps {
  readonly nodeKey: NodeKey
  readonly picture: Picture
  readonly editor: LexicalEditor
}

/** A figure with its alternative text, caption and credit, edited in place. */
export function FigureView({ nodeKey, picture, editor }: FigureViewProps) {
  const { caption, credit } = readCaption(picture.title)
  const name = bareCredit(credit)
  const [run] = useState(createTypingRun)

  function change(changes: Partial<Picture>, manner: 'step' | 'same step' = 'step'): void {
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey)
        // A picture taken from a definition elsewhere is written in place once it is edited here.
        if ($isFigureNode(node))
          node.setPicture({ ...node.getPicture(), reference: '', ...changes })
      },
      // At once, so that a field never shows what it held before.
      { discrete: true, tag: manner === 'step' ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG },
    )
  }

  /** Whether what is being dropped was just taken out elsewhere in the article. */
  const isMove = useRef(false)
  const manner = (field: string, { text, before, isDropped }: FieldChange) =>
    run.goesOn(field, before, text) || (isDropped && isMove.current) ? 'same step' : 'step'

  /** The browser drops text into a field by itself, where the page lets it; files are the page's. */
  function dragged(event: DragEvent): void {
    if (event.dataTransfer.types.includes('Files')) return
    if (!(event.target instanceof HTMLTextAreaElement)) return
    event.stopPropagation()
    if (event.type === 'dragstart') markFieldDrag(editor, event.dataTransfer)
    if (event.type === 'drop') isMove.current = isMoveWithin(editor, event.nativeEvent)
  }

  /** Enter leaves the field for the paragraph after the figure, as it leaves a headline. */
  function leave(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    editor.update(() => $getNodeByKey(nodeKey)?.selectNext())
    editor.focus()
  }

  return (
    // The fields are the figure's own: keys typed in them are not the page's.
    <div
      className={styles.figure}
      onKeyDown={leave}
      onBlur={run.end}
      onDragStart={dragged}
      onDragOver={dragged}
      onDrop={dragged}
      role="group"
      aria-label="Picture"
    >
      <PictureBox src={picture.src} alt={picture.alt} />
      <FigureField
        name="caption"
        label="Caption"
        className={styles.caption}
        value={caption}
        placeholder="Caption"
        readsAs={(text) => readCaption(writeCaption({ caption: text, credit })).caption}
        onChange={(made) =>
          change({ title: writeCaption({ caption: made.text, credit }) }, manner('caption', made))
        }
      />
      <div className={styles.row}>
        <FigureField
          name="credit"
          label="Credit"
          value={name}
          prefix={(text) => (text.trim() === '' || isLabelled(text) ? null : CREDIT_LABEL)}
          placeholder="Photo: name / agency"
          readsAs={(text) =>
            bareCredit(readCaption(writeCaption({ caption, credit: text })).credit)
          }
          onChange={(made) =>
            change({ title: writeCaption({ caption, credit: made.text }) }, manner('credit', made))
          }
        />
        <FigureField
          name="alt"
          label="Alternative text"
          value={picture.alt}
          placeholder="Describe the picture for those who cannot see it"
          onChange={(made) => change({ alt: made.text }, manner('alt', made))}
        />
      </div>
      <WidthChoice
        width={readWidth(picture.src)}
        onChange={(width) => change({ src: writeWidth(picture.src, width) })}
      />
    </div>
  )
}

const WIDTHS: readonly { readonly width: FigureWidth; readonly label: string }[] = [
  { width: 'text', label: 'As the text' },
  { width: 'wide', label: 'Wide' },
  { width: 'full', label: 'Full width' },
]

interface WidthChoiceProps {
  readonly width: FigureWidth
  onChange(width: FigureWidth): void
}

function WidthChoice({ width, onChange }: WidthChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles.widths}>
      <legend className={styles.label}>Width</legend>
      {WIDTHS.map((each) => (
        <label key={each.width}>
          <input
            type="radio"
            name={name}
            checked={each.width === width}
            onChange={() => onChange(each.width)}
          />
          {each.label}
        </label>
      ))}
    </fieldset>
  )
}

interface FieldChange {
  readonly text: string
  readonly before: string
  readonly isDropped: boolean
}

interface FigureFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly className?: string
  /** What stands before some words without being typed. */
  prefix?(text: string): string | null
  /** What the field holds once words are written: the file has them without blanks at their ends. */
  readsAs?(text: string): string
  onChange(change: FieldChange): void
}

function FigureField({
  name,
  label,
  value,
  placeholder,
  className,
  prefix,
  readsAs = (text) => text,
  onChange,
}: FigureFieldProps) {
  const id = useId()
  /** As typed, for as long as it says what the article has. */
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed !== null && readsAs(typed) === value ? typed : value
  const before = prefix?.(shown) ?? null
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {before === null ? null : <span className={styles.prefix}>{before}</span>}
      {/* As many lines as it takes to read it; in the file it is one. */}
      <textarea
        id={id}
        aria-label={label}
        data-figure-field={name}
        rows={1}
        value={shown}
        placeholder={placeholder}
        onChange={(event) => {
          const text = joinLines(event.target.value)
          setTyped(text)
          const { nativeEvent } = event
          const isDropped =
            nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromDrop'
          onChange({ text, before: shown, isDropped })
        }}
        onBlur={() => setTyped(null)}
        // The page would take these for its own.
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
      />
    </div>
  )
}
