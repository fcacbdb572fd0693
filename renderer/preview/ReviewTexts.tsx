import { REVIEW_TEXT_NAMES, type ReviewText } from '../../shared/domain/exports'
import { RadioBar } from '../ui/RadioBar'

const LABELS: Readonly<Record<ReviewText, string>> = {
  accepted: 'Accepted',
  original: 'Original',
  marked: 'Changes',
}

const OPTIONS = REVIEW_TEXT_NAMES.map((value) => ({ value, label: LABELS[value] }))

interface ReviewTextsProps {
  readonly value: ReviewText
  onChange(value: ReviewText): void
}

/** Which text of an article under review is shown. */
export function ReviewTexts({ value, onChange }: ReviewTextsProps) {
  return (
    <RadioBar
      label="Which text is shown"
      name="review-text"
      look="bar"
      value={value}
      options={OPTIONS}
      onChange={onChange}
    />
  )
}
