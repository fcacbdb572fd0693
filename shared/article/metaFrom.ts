import type { ArticleMeta, Correction, LeadPicture } from '../domain/meta'
import {
  LEAD_KEYS,
  type LeadPart,
  leadPartKeys,
  META_KEYS,
  type MetaName,
} from '../domain/metaKeys'
import { type Fields, type FieldValue, holdsSomething, isFieldMap, isList } from './fieldValue'

/** The key that a field has in these fields, or is to be written under. */
export function keyFor(name: MetaName, fields: Fields): string {
  const keys = META_KEYS[name]
  const present = keys.find((key) => holdsSomething(fields.get(key)))
  return present ?? keys.find((key) => fields.has(key)) ?? keys[0] ?? name
}

/** The keys of the lead picture and its parts; a dot leads into a map: `image.alt`. */
export function leadKeys(fields: Fields): Readonly<Record<'src' | LeadPart, string>> {
  const base = LEAD_KEYS.find((key) => holdsSomething(fields.get(key))) ?? 'image'
  const value = fields.get(base)
  if (isFieldMap(value)) {
    const address = ['path', 'src', 'url', 'image'].find((key) => typeof value[key] === 'string')
    return {
      src: `${base}.${address ?? 'path'}`,
      alt: `${base}.alt`,
      caption: `${base}.caption`,
      credit: `${base}.credit`,
    }
  }
  const part = (name: LeadPart): string => {
    const keys = leadPartKeys(base, name)
    return keys.find((key) => fields.has(key)) ?? keys[0] ?? `${base}_${name}`
  }
  return { src: base, alt: part('alt'), caption: part('caption'), credit: part('credit') }
}

/** A list's items as words; of a map the name counts, as in `authors: [{name: Ana}]`. */
function wordOf(value: FieldValue): string {
  if (typeof value === 'string') return value
  if (isFieldMap(value)) return typeof value.name === 'string' ? value.name : ''
  return ''
}

function listOf(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) return []
  if (isList(value)) return value.map(wordOf)
  const word = wordOf(value)
  return word.trim() === '' ? [] : [word]
}

function textOf(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  const text = isList(value) ? wordOf(value[0] ?? '') : wordOf(value)
  return text.trim() === '' ? '' : text
}

/** The value at a key, or inside a map for a key with a dot. */
export function valueAt(fields: Fields, key: string): FieldValue | undefined {
  if (fields.has(key)) return fields.get(key)
  const dot = key.indexOf('.')
  if (dot < 0) return undefined
  const outer = fields.get(key.slice(0, dot))
  return isFieldMap(outer) ? outer[key.slice(dot + 1)] : undefined
}

function leadFrom(fields: Fields): LeadPicture {
  const keys = leadKeys(fields)
  const at = (key: string): string => textOf(valueAt(fields, key))
  return {
    src: at(keys.src),
    alt: at(keys.alt),
    caption: at(keys.caption),
    credit: at(keys.credit),
  }
}

function correctionsFrom(value: FieldValue | undefined): readonly Correction[] {
  if (value === undefined) return []
  return (isList(value) ? value : [value]).flatMap((item): Correction[] => {
    if (typeof item === 'string') return item.trim() === '' ? [] : [{ date: '', text: item }]
    if (!isFieldMap(item)) return []
    const { date, text } = item
    const words = typeof text === 'string' ? text : ''
    return [{ date: typeof date === 'string' ? date : '', text: words }]
  })
}

/** What the fields say to a reader, whichever tool's keys they are written under. */
export function metaFrom(fields: Fields): ArticleMeta {
  const text = (name: MetaName): string => textOf(fields.get(keyFor(name, fields)))
  const list = (name: MetaName): readonly string[] => listOf(fields.get(keyFor(name, fields)))
  return {
    title: text('title'),
    standfirst: text('standfirst'),
    authors: list('authors'),
    dateline: text('dateline'),
    date: text('date'),
    modified: text('modified'),
    embargo: text('embargo'),
    lang: text('lang') || 'en',
    slug: text('slug'),
    section: text('section'),
    tags: list('tags'),
    status: text('status'),
    reviewer: text('reviewer').replace(/^@/, ''),
    description: text('description'),
    social: text('social'),
    keyphrase: text('keyphrase'),
    canonical: text('canonical'),
    lead: leadFrom(fields),
    corrections: correctionsFrom(fields.get(keyFor('corrections', fields))),
  }
}
