import styles from './Details.module.css'

interface MeterProps {
  readonly length: number
  readonly ideal: readonly [number, number]
}

/** How a text's length stands to what is shown whole where it is read. */
export function Meter({ length, ideal: [least, most] }: MeterProps) {
  const state = length === 0 ? 'empty' : length > most ? 'long' : length < least ? 'short' : 'good'
  return (
    <span className={styles.meter} data-state={state}>
      <svg className={styles.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
        <rect width={Math.min(100, (length / most) * 100)} height="4" />
      </svg>
      <span>
        {length} of {most} characters
      </span>
    </span>
  )
}
