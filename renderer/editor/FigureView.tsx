import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { type KeyboardEvent, useId } from 'react'
import {
  $isFigureNode,
  type FigureWidth,
  type Picture,
  readCaption,
  readWidth,
  writeCaption,
  writeWidth,
} from '../../shared/features/figure'
import { joinLines } from '../../shared/text/runs'
import styles from './FigureView.module.css'
import { PictureBox } from './PictureBox'

interface FigureViewProps {
  readonly nodeKey: NodeKey
  readonly picture: Picture
  readonly editor: LexicalEditor
}

/** A figure with its alternative text, caption and credit, edited in place. */
export function FigureView({ nodeKey, picture, editor }: FigureViewProps) {
  const { caption, credit } = readCaption(picture.title)

  function change(changes: Partial<Picture>): void {
    editor.update(() => {
      const node = $getNodeByKey(nodeKey)
      // A picture taken from a definition elsewhere is written in place once it is edited here.
      if ($isFigureNode(node)) node.setPicture({ ...node.getPicture(), reference: '', ...changes })
    })
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
    <div className={styles.figure} onKeyDown={leave} role="group" aria-label="Picture">
      <PictureBox src={picture.src} alt={picture.alt} />
      <FigureField
        name="caption"
        label="Caption"
        className={styles.caption}
        value={caption}
        placeholder="Caption"
        onChange={(value) => change({ title: writeCaption({ caption: value, credit }) })}
      />
      <div className={styles.row}>
        <FigureField
          name="credit"
          label="Credit"
          value={credit}
          placeholder="Photo: name / agency"
          onChange={(value) => change({ title: writeCaption({ caption, credit: value }) })}
        />
        <FigureField
          name="alt"
          label="Alternative text"
          value={picture.alt}
          placeholder="Describe the picture for those who cannot see it"
          onChange={(value) => change({ alt: value })}
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

interface FigureFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly placeholder: string
  readonly className?: string
  onChange(value: string): void
}

function FigureField({ name, label, value, placeholder, className, onChange }: FigureFieldProps) {
  const id = useId()
  return (
    <label className={[styles.field, className].filter(Boolean).join(' ')} htmlFor={id}>
      <span className={styles.label}>{label}</span>
      {/* As many lines as it takes to read it; in the file it is one. */}
      <textarea
        id={id}
        aria-label={label}
        data-figure-field={name}
        rows={1}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(joinLines(event.target.value))}
        // The page would take these for its own: undo in a field is the field's.
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
      />
    </label>
  )
}
