import { useMemo, useSyncExternalStore } from 'react'
import { type FieldInput, type Fields, keyFor, metaFrom } from '../../../shared/article'
import { readDay } from '../../../shared/document/html/date'
import { takenSlugs } from '../../../shared/domain/libraryCopies'
import type { ArticleMeta } from '../../../shared/domain/meta'
import { freeSlug, slugFrom } from '../../../shared/domain/slug'
import { type MeasuredName, TEXT_LENGTHS } from '../../../shared/domain/textLengths'
import { useDesk, useLibrary } from '../../app/DeskContext'
import { useFocusKept } from '../../app/useFocusKept'
import { PicturesContext } from '../../editor/pictures'
import { usePictures } from '../../preview/usePictures'
import { moveToStatus } from '../../state/actions/workflow'
import type { ArticleSession } from '../../state/articleSession'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { CardPreview, SearchPreview } from './Cards'
import { Corrections } from './Corrections'
import styles from './Details.module.css'
import { DETAIL_GROUPS, type DetailField } from './detailFields'
import { LeadFields } from './LeadFields'
import { listFrom, listText } from './listText'
import { Meter } from './Meter'
import { OtherKeys } from './OtherKeys'
import { TextControl } from './TextControl'

/** What the fields of the panel share. */
export interface Details {
  readonly session: ArticleSession
  readonly fields: Fields
  readonly meta: ArticleMeta
  set(key: string, value: FieldInput): void
}

/** Everything that is said of the article, over its front matter: only the key that is changed changes. */
export function DetailsPanel({ session }: { readonly session: ArticleSession }) {
  const fields = useSyncExternalStore(session.onChange, session.fields)
  const pictures = usePictures(session.id)
  useFocusKept()
  const details: Details = { session, fields, meta: metaFrom(fields), set: session.setKey }
  if (session.fieldsLocked !== undefined) {
    return (
      <div className={styles.panel}>
        <p className={styles.locked}>{session.fieldsLocked}</p>
        <pre className={styles.source}>{session.frontMatter()}</pre>
      </div>
    )
  }
  return (
    <div className={styles.panel}>
      {DETAIL_GROUPS.map(({ legend, fields: group }) => (
        <fieldset key={legend} className={styles.group}>
          <legend className={styles.legend}>{legend}</legend>
          {group.map((field) => (
            <DetailControl key={field.name} field={field} details={details} />
          ))}
          {legend === 'Search and social' ? (
            <>
              <SearchPreview meta={details.meta} />
              <PicturesContext value={pictures}>
                <CardPreview meta={details.meta} />
              </PicturesContext>
            </>
          ) : null}
        </fieldset>
      ))}
      <LeadFields details={details} />
      <Corrections details={details} />
      <OtherKeys key={session.id} details={details} />
    </div>
  )
}

interface DetailControlProps {
  readonly field: DetailField
  readonly details: Details
}

function DetailControl({ field, details }: DetailControlProps) {
  const { name, label, kind, hint, placeholder } = field
  const desk = useDesk()
  const { meta, fields, set } = details
  const key = keyFor(name, fields)
  const value = shownValue(field, meta, fields)
  const taken = useTakenSlugs(details.session)
  const problem = problemWith(field, value, taken)
  const note = isMeasured(name) ? (
    <>
      <Meter length={[...value].length} of={TEXT_LENGTHS[name]} />
      {value === '' && hint ? <span className={styles.hint}>{hint}</span> : null}
    </>
  ) : (
    hint
  )
  return (
    <div className={styles.field}>
      <Field label={label} hint={note} problem={problem}>
        {(ids) => (
          <TextControl
            {...ids}
            className={`${ids.className} ${kind === 'text' ? styles.area : ''}`}
            field={name}
            value={value}
            {...(kind === 'text' ? { rows: 2 } : {})}
            {...(placeholder === undefined && kind !== 'day'
              ? {}
              : { placeholder: placeholder ?? '2026-03-04' })}
            onChange={(text) => set(key, kind === 'list' ? listFrom(text) : text)}
            {...(name === 'status'
              ? { onLeave: (status: string) => moveToStatus(desk, details.session, status) }
              : {})}
          />
        )}
      </Field>
      {kind === 'slug' ? (
        <Button
          onClick={() => set(key, freeSlug(slugFrom(headlineIn(details)), new Set(taken.keys())))}
        >
          Make it from the headline
        </Button>
      ) : null}
      {kind === 'day' && value === '' && name !== 'embargo' ? (
        <Button onClick={() => set(key, today())}>{`${label} today`}</Button>
      ) : null}
    </div>
  )
}

function isMeasured(name: string): name is MeasuredName {
  return name in TEXT_LENGTHS
}

function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function headlineIn({ meta, session }: Details): string {
  if (meta.title !== '') return meta.title
  const first = session.content().blocks[0]
  return first?.markdown.startsWith('#') ? first.markdown.replace(/^#+\s*/, '') : ''
}

function shownValue({ name, kind }: DetailField, meta: ArticleMeta, fields: Fields): string {
  if (name === 'corrections') return ''
  // `en` is what counts where the file says nothing, and nothing is what it says.
  if (name === 'lang' && !fields.has(keyFor('lang', fields))) return ''
  const value = meta[name]
  if (typeof value === 'string') return value
  return kind === 'list' ? listText(value) : (value[0] ?? '')
}

function useTakenSlugs({ id }: ArticleSession): ReadonlyMap<string, string> {
  const articles = useLibrary((state) => state.articles)
  return useMemo(() => takenSlugs(articles, id), [articles, id])
}

function problemWith(
  { kind }: DetailField,
  value: string,
  taken: ReadonlyMap<string, string>,
): string | null {
  if (value === '') return null
  if (kind === 'day' && readDay(value) === null) return 'This is no date. Write it as 2026-03-04.'
  const other = kind === 'slug' ? taken.get(value) : undefined
  return other === undefined ? null : `“${other}” has this slug already.`
}
