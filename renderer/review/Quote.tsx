import { HEAD_NAMES, type HeadField } from '../../shared/review'
import styles from './Card.module.css'

interface QuoteProps {
  readonly head: HeadField | undefined
  readonly words: string
}

/** What a thread is about: words of the text, or a field above it. */
export function Quote({ head, words }: QuoteProps) {
  return (
    <>
      {head === undefined ? null : <span className={styles.kind}>{HEAD_NAMES[head]}</span>}
      {words.trim() === '' ? null : <blockquote className={styles.quote}>{words}</blockquote>}
    </>
  )
}
