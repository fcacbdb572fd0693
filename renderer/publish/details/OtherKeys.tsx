import { useRef, useState } from 'react'
import {
  entriesOf,
  type FieldKind,
  type FieldValue,
  isList,
  keyFor,
  kindOfText,
  leadKeys,
  readFields,
  splitArticle,
} from '../../../shared/article'
import { Check, Field } from '../../ui/Field'
import styles from './Details.module.css'
import type { Details } from './DetailsPanel'
import { DETAIL_NAMES } from './detailFields'
import { listFrom, listText } from './listText'
import { TextControl } from './TextControl'

/** Words longer than this get a field that grows with them. */
const ONE_LINE = 40

/**
 * Keys of the front matter that Galley gives no meaning to. Words, numbers, yes or no and lists of
 * words are edited as what they are; all else is shown as it is written.
 */
export function OtherKeys({ details }: { readonly details: Details }) {
  const { session, fields } = details
  const known = new Set([
    ...DETAIL_NAMES.map((name) => keyFor(name, fields)),
    ...Object.values(leadKeys(fields)).map((key) => key.replace(/\..*/, '')),
  ])
  // A key goes from the file when its field is emptied; the field stays for who is typing in it.
  const shown = useRef(new Map<string, FieldKind>())
  const [emptied, setEmptied] = useState<ReadonlySet<string>>(new Set())
  const frontMatter = session.frontMatter()
  const { kinds } = readFields(frontMatter)
  for (const key of fields.keys()) {
    if (!known.has(key)) shown.current.set(key, kinds.get(key) ?? 'other')
  }
  const others = [...shown.current].filter(([key]) => fields.has(key) || emptied.has(key))
  if (others.length === 0) return null
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Also in the file</legend>
      {others.map(([key, kind]) => (
        <OtherKey
          key={key}
          name={key}
          kind={kind}
          value={fields.get(key) ?? (kind === 'list' ? [] : '')}
          source={() => entriesOf(splitArticle(frontMatter).data)?.get(key)}
          set={(value) => {
            if (value.length === 0) setEmptied(new Set([...emptied, key]))
            details.set(key, value)
          }}
        />
      ))}
    </fieldset>
  )
}

interface OtherKeyProps {
  readonly name: string
  readonly kind: FieldKind
  readonly value: FieldValue
  /** The key as the file has it. */
  source(): string | undefined
  set(value: string | readonly string[]): void
}

function OtherKey({ name, kind, value, source, set }: OtherKeyProps) {
  if (kind === 'words' && typeof value === 'string') {
    return <WordsKey name={name} value={value} set={set} />
  }
  if (kind === 'number' && typeof value === 'string') {
    return <NumberKey name={name} value={value} set={set} />
  }
  if (kind === 'truth' && typeof value === 'string') {
    return (
      <Check
        label={name}
        checked={value.toLowerCase() === 'true'}
        onChange={(checked) => set(String(checked))}
      />
    )
  }
  if (kind === 'list' && isEditable(value)) {
    return (
      <WordsKey
        name={name}
        value={listText(value)}
        hint="Commas between them."
        set={(text) => set(listFrom(text))}
      />
    )
  }
  return (
    <div className={styles.field}>
      <span className={styles.fixedLabel}>{name}</span>
      <pre className={styles.source}>{source()?.trimEnd() ?? JSON.stringify(value, null, 1)}</pre>
    </div>
  )
}

/** Whether one line can stand for the list: what is typed into it must mean the same items again. */
function isEditable(value: FieldValue): value is readonly string[] {
  if (!isList(value) || !value.every((item) => typeof item === 'string')) return false
  return listFrom(listText(value)).join('\n') === value.join('\n')
}

interface WordsKeyProps {
  readonly name: string
  readonly value: string
  readonly hint?: string
  readonly problem?: string | null
  set(value: string): void
  onLeave?(): void
}

function WordsKey({ name, value, hint, problem = null, set, onLeave }: WordsKeyProps) {
  // Not while somebody types: another element would not have the caret.
  const [isLong] = useState(value.length > ONE_LINE)
  return (
    <div className={styles.field} onBlur={onLeave}>
      <Field label={name} {...(hint === undefined ? {} : { hint })} problem={problem}>
        {(ids) => (
          <TextControl
            {...ids}
            className={`${ids.className} ${isLong ? styles.area : ''}`}
            {...(isLong ? { rows: 2 } : {})}
            field={name}
            value={value}
            onChange={set}
          />
        )}
      </Field>
    </div>
  )
}

/** A number stays one: what is none is said so, and not written. */
function NumberKey({ name, value, set }: Pick<WordsKeyProps, 'name' | 'value' | 'set'>) {
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <WordsKey
      name={name}
      value={value}
      onLeave={() => setRefused(null)}
      problem={
        refused === null ? null : `“${refused}” is no number; the file keeps ${value || 'none'}.`
      }
      set={(text) => {
        const isSound = text === '' || kindOfText(text) === 'number'
        setRefused(isSound ? null : text)
        if (isSound) set(text)
      }}
    />
  )
}
