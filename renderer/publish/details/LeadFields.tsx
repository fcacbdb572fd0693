import { leadKeys } from '../../../shared/article'
import { useDesk } from '../../app/DeskContext'
import { choosePicture } from '../../editor/choosePicture'
import { announce } from '../../state/noticesStore'
import { problemOf } from '../../state/problem'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import styles from './Details.module.css'
import type { Details } from './DetailsPanel'
import { TextControl } from './TextControl'

const PARTS = [
  { part: 'src', label: 'File or address', field: 'lead', hint: '' },
  {
    part: 'alt',
    label: 'Description',
    field: 'leadAlt',
    hint: 'What the picture shows, for those who cannot see it.',
  },
  { part: 'caption', label: 'Caption', field: 'leadCaption', hint: '' },
  { part: 'credit', label: 'Credit', field: 'leadCredit', hint: '' },
] as const

/** The picture above the article, on cards and in lists. */
export function LeadFields({ details }: { readonly details: Details }) {
  const { client, stores } = useDesk()
  const { fields, meta, session, set } = details
  const keys = leadKeys(fields)

  async function choose(): Promise<void> {
    try {
      const chosen = await choosePicture(client, session.id)
      if (chosen !== null) set(keys.src, chosen.src)
    } catch (error) {
      announce(stores.notices, `The picture was not added. ${problemOf(error)}`)
    }
  }

  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Lead picture</legend>
      {PARTS.map(({ part, label, field, hint }) => (
        <div className={styles.field} key={part}>
          <Field label={label} hint={hint}>
            {(ids) => (
              <TextControl
                {...ids}
                field={field}
                value={meta.lead[part]}
                onChange={(text) => set(keys[part], text)}
              />
            )}
          </Field>
          {part === 'src' ? <Button onClick={() => void choose()}>Choose a picture…</Button> : null}
        </div>
      ))}
    </fieldset>
  )
}
