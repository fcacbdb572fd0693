import { type Ref, useId } from 'react'
import type { Choice, ConflictPart } from '../../shared/article/merge'
import styles from './ConflictView.module.css'
import { Reading } from './Reading'

interface Labels {
  readonly mine: string
  readonly theirs: string
}

/** One place where the versions differ: both readings, and the choice between them. */
export function ConflictCard({
  part,
  number,
  count,
  choice,
  labels,
  onChoose,
  cardRef,
}: {
  readonly part: ConflictPart
  readonly number: number
  readonly count: number
  readonly choice: Choice | null
  readonly labels: Labels
  onChoose(choice: Choice): void
  readonly cardRef: Ref<HTMLFieldSetElement>
}) {
  const group = useId()
  const option = (value: Choice) => ({
    type: 'radio',
    name: group,
    value,
    checked: choice === value,
    onChange: () => onChoose(value),
  })
  return (
    <fieldset
      ref={cardRef}
      tabIndex={-1}
      className={styles.card}
      data-decided={choice !== null || undefined}
    >
      <legend className={styles.legend}>
        Difference {number} of {count}
      </legend>
      <div
        className={styles.readings}
        data-code={part.scale !== 'blocks' && part.scale !== 'sentences' ? true : undefined}
      >
        {(['mine', 'theirs'] as const).map((side) => (
          <label
            key={side}
            className={styles.reading}
            data-chosen={choice === side || choice === 'both' || undefined}
          >
            <span className={styles.readingHead}>
              <input {...option(side)} />
              {labels[side]}
              <kbd className={styles.key}>{side === 'mine' ? '1' : '2'}</kbd>
            </span>
            <Reading base={part.base} text={part[side]} />
          </label>
        ))}
      </div>
      <label className={styles.both}>
        <input {...option('both')} />
        {BOTH[part.scale]}
        <kbd className={styles.key}>3</kbd>
      </label>
    </fieldset>
  )
}

const BOTH: Readonly<Record<ConflictPart['scale'], string>> = {
  blocks: 'Both, one after the other',
  sentences: 'Both, one after the other',
  field: 'Both: the second one as a comment beside the first',
  'front-matter': 'Both: the second one as a block of code at the top of the text',
}
