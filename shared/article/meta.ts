import { parse as parseToml } from 'smol-toml'
import { isMap, type Node } from 'yaml'
import { type ArticleMeta, NO_META } from '../domain/meta'
import {
  type FieldKind,
  type Fields,
  type FieldValue,
  keyOf,
  kindOf,
  plainValue,
  yamlValue,
} from './fieldValue'
import { metaFrom } from './metaFrom'
import { MAX_FRONT_MATTER, splitArticle } from './split'
import { readYaml } from './yaml'

export interface ReadMeta {
  readonly meta: ArticleMeta
  /** What is wrong with the front matter, in a sentence for a person; absent when it is sound. */
  readonly problem?: string
}

/** Front matter as its top-level keys, in the order of the file. */
export interface ReadFields {
  readonly fields: Fields
  /** Of YAML: what kind of value each key has. */
  readonly kinds: ReadonlyMap<string, FieldKind>
  readonly problem?: string
}

/**
 * Reads what a reader sees of an article's front matter. `frontMatter` is what `splitArticle` returned.
 * A malformed one yields what can be read and the problem; nothing is thrown.
 */
export function readMeta(frontMatter: string): ReadMeta {
  if (frontMatter === '') return { meta: NO_META }
  const { fields, problem } = readFields(frontMatter)
  return { meta: metaFrom(fields), ...(problem === undefined ? {} : { problem }) }
}

const NO_FIELDS: ReadFields = { fields: new Map(), kinds: new Map() }

/** Whoever makes something of an article asks about its front matter from several sides. */
let known: { readonly of: string; readonly read: ReadFields } = {
  of: '',
  read: NO_FIELDS,
}

/** The same without asking what a key means. */
export function readFields(frontMatter: string): ReadFields {
  if (known.of !== frontMatter) known = { of: frontMatter, read: readAnew(frontMatter) }
  return known.read
}

function readAnew(frontMatter: string): ReadFields {
  const { format, data } = splitArticle(frontMatter)
  if (data.length > MAX_FRONT_MATTER) {
    return {
      ...NO_FIELDS,
      problem: 'The front matter is longer than 64 KB and is kept as it is.',
    }
  }
  switch (format) {
    case 'none':
      return NO_FIELDS
    case 'yaml':
      return yamlFields(data)
    case 'toml':
      return readObject(() => parseToml(data), 'TOML')
    case 'json':
      return readObject(() => JSON.parse(data), 'JSON')
  }
}

function yamlFields(data: string): ReadFields {
  const { document, problem: wrong } = readYaml(data)
  const fields = new Map<string, FieldValue>()
  const kinds = new Map<string, FieldKind>()
  let problem = wrong === null ? undefined : `The front matter ${wrong}. It is kept as it is.`
  if (isMap(document?.contents)) {
    for (const pair of document.contents.items) {
      const key = keyOf(pair)
      if (key === null) continue
      if (fields.has(key)) {
        problem ??= `The front matter has “${key}” twice; the first one counts.`
        continue
      }
      fields.set(key, yamlValue(pair.value as Node | null))
      kinds.set(key, kindOf(pair.value as Node | null))
    }
  }
  return { fields, kinds, ...(problem === undefined ? {} : { problem }) }
}

function readObject(parse: () => unknown, language: string): ReadFields {
  try {
    const value = parse()
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    const fields = new Map(entries.map(([key, entry]) => [key, plainValue(entry)] as const))
    return { ...NO_FIELDS, fields }
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : ''
    return {
      ...NO_FIELDS,
      problem: `The front matter is not valid ${language} (${reason}). It is kept as it is.`,
    }
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[:.]\s*$/, '') ?? ''
}
