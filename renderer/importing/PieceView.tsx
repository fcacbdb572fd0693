import { Image } from 'lucide-react'
import type { Reading } from '../../shared/text/structure'
import styles from './StructureDialog.module.css'

/** A piece of a text as it would look in the article. */
export function PieceView({ reading }: { readonly reading: Reading }) {
  switch (reading.kind) {
    case 'headline':
      return <p className={styles.headline}>{reading.text}</p>
    case 'standfirst':
      return <p className={styles.standfirst}>{reading.text}</p>
    case 'byline':
      return <p className={styles.text}>{reading.text}</p>
    case 'caption':
      return (
        <p className={styles.caption}>
          <Image size={16} strokeWidth={1.75} aria-hidden />
          <span>{reading.caption}</span>
        </p>
      )
    case 'lead':
      return (
        <p className={styles.text}>
          <strong>{reading.text.slice(0, reading.subject.length + 1)}</strong>
          {shortened(reading.text.slice(reading.subject.length + 1))}
        </p>
      )
    case 'heading':
      return <p className={styles.heading}>{reading.text}</p>
    case 'list':
      return (
        <div className={styles.text}>
          {numbered(reading.items).map(({ number, value }) => (
            <p key={number} className={styles.item} data-depth={value.depth}>
              {reading.ordered ? `${number}.` : '•'} {value.text}
            </p>
          ))}
        </div>
      )
    case 'quotation':
      return (
        <blockquote className={styles.quotation}>
          {reading.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </blockquote>
      )
    case 'furniture':
      return (
        <div className={styles.furniture}>
          {numbered(reading.lines).map(({ number, value }) => (
            <p key={number}>{value}</p>
          ))}
        </div>
      )
  }
}

/** Values with their places from 1; the same words may come twice. */
function numbered<T>(
  values: readonly T[],
): readonly { readonly number: number; readonly value: T }[] {
  return values.map((value, index) => ({ number: index + 1, value }))
}

const SHOWN = 160

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN).replace(/\s\S*$/, '')} …` : text
}
