import { aboutLength, type TextLength } from '../../../shared/domain/textLengths'
import styles from './Details.module.css'

interface MeterProps {
  readonly length: number
  readonly of: TextLength
}

/** How a text's length stands to what is shown whole where it is read first. */
export function Meter({ length, of }: MeterProps) {
  const { least, whole } = of
  const state = length === 0 ? 'empty' : length > whole ? 'long' : length < least ? 'short' : 'good'
  const about = aboutLength(length, of)
  return (
    <span className={styles.meter} data-state={state}>
      <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect width={Math.min(100, (length / whole) * 100)} height="4" />
      </svg>
      <span>
        {about === '' ? `${length} of ${whole} characters` : `${length} characters; ${about}`}
      </span>
    </span>
  )
}
