import { keyFor, leadKeys } from '../../../shared/article'
import { Field } from '../../ui/Field'
import styles from './Details.module.css'
import type { Details } from './DetailsPanel'
import { DETAIL_NAMES } from './detailFields'
import { TextControl } from './TextControl'

/** Keys of the front matter that Galley gives no meaning to: shown, kept, and editable where they are words. */
export function OtherKeys({ details }: { readonly details: Details }) {
  const { fields, set } = details
  const known = new Set([
    ...DETAIL_NAMES.map((name) => keyFor(name, fields)),
    ...Object.values(leadKeys(fields)).map((key) => key.replace(/\..*/, '')),
  ])
  const others = [...fields].filter(([key]) => !known.has(key))
  if (others.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Also in the file</legend>
      {others.map(([key, value]) =>
        typeof value === 'string' ? (
          <div className={styles.field} key={key}>
            <Field label={key}>
              {(ids) => (
                <TextControl
                  {...ids}
                  field={key}
                  value={value}
                  onChange={(text) => set(key, text)}
                />
              )}
            </Field>
          </div>
        ) : (
          <div className={styles.field} key={key}>
            <span className={styles.fixedLabel}>{key}</span>
            <pre className={styles.source}>{JSON.stringify(value, null, 1)}</pre>
          </div>
        ),
      )}
    </fieldset>
  )
}
