import { REVIEW_TEXT_NAMES, type ReviewText } from '../../shared/domain/exports'
import styles from './ReviewTexts.module.css'

const LABELS: Readonly<Record<ReviewText, string>> = {
  accepted: 'Accepted',
  original: 'Original',
  marked: 'Changes',
}

interface ReviewTextsProps {
  readonly value: ReviewText
  onChange(value: ReviewText): void
}

/** Which text of an article under review is shown. */
export function ReviewTexts({ value, onChange }: ReviewTextsProps) {
  return (
    <div className={styles.bar} role="radiogroup" aria-label="Which text is shown">
      {REVIEW_TEXT_NAMES.map((text) => (
        <label key={text} className={styles.choice} data-chosen={text === value || undefined}>
          <input
            type="radio"
            name="review-text"
            className={styles.radio}
            checked={text === value}
            onChange={() => onChange(text)}
          />
          {LABELS[text]}
        </label>
      ))}
    </div>
  )
}
