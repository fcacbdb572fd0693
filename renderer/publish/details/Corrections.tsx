import { isFieldMap, isList, keyFor } from '../../../shared/article'
import type { Correction } from '../../../shared/domain/meta'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import styles from './Details.module.css'
import type { Details } from './DetailsPanel'
import { TextControl } from './TextControl'

/** Whether the file says of its corrections only what the panel would write again. */
function isOurs({ fields }: Details): boolean {
  const value = fields.get(keyFor('corrections', fields))
  if (value === undefined || typeof value === 'string') return true
  return (
    isList(value) &&
    value.every(
      (item) =>
        typeof item === 'string' ||
        (isFieldMap(item) && Object.keys(item).every((key) => key === 'date' || key === 'text')),
    )
  )
}

/** What was put right after publication, shown under the article. */
export function Corrections({ details }: { readonly details: Details }) {
  const { fields, meta, set } = details
  const { corrections } = meta
  const key = keyFor('corrections', fields)
  const write = (next: readonly Correction[]) =>
    set(
      key,
      next.map(({ date, text }) => ({ date, text })),
    )
  const change = (index: number, part: Partial<Correction>) =>
    write(corrections.map((each, at) => (at === index ? { ...each, ...part } : each)))

  return (
    <fieldset className={styles.group} disabled={!isOurs(details)}>
      <legend className={styles.legend}>Corrections</legend>
      {[...corrections.entries()].map(([index, correction]) => (
        <div key={index} className={styles.correction}>
          <Field label={`Day of correction ${index + 1}`}>
            {(ids) => (
              <TextControl
                {...ids}
                field={`correction${index}`}
                value={correction.date}
                placeholder="2026-03-04"
                onChange={(date) => change(index, { date })}
              />
            )}
          </Field>
          <Field label={`What was corrected (${index + 1})`}>
            {(ids) => (
              <TextControl
                {...ids}
                className={`${ids.className} ${styles.area}`}
                field={`correctionText${index}`}
                rows={2}
                value={correction.text}
                onChange={(text) => change(index, { text })}
              />
            )}
          </Field>
          <Button look="quiet" onClick={() => write(corrections.filter((_, at) => at !== index))}>
            {`Remove correction ${index + 1}`}
          </Button>
        </div>
      ))}
      <Button
        onClick={() =>
          write([...corrections, { date: '', text: 'What was wrong, and what is right.' }])
        }
      >
        Add a correction
      </Button>
    </fieldset>
  )
}
