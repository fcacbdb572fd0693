import { parse as parseToml } from 'smol-toml'
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import type { ArticleMeta } from '../domain/meta'
import { MAX_FRONT_MATTER, splitArticle } from './split'

export interface ReadMeta {
  readonly meta: ArticleMeta
  /** What is wrong with the front matter, in a sentence for a person; absent when it is sound. */
  readonly problem?: string
}

/** A front-matter value: a string as written (`01234` stays so), or a list of them. */
type Value = string | readonly string[]
type Fields = ReadonlyMap<string, Value>

/**
 * Reads what a reader sees of an article's front matter. `frontMatter` is what `splitArticle` returned.
 * A malformed one yields what can be read and the problem; nothing is thrown.
 */
export function readMeta(frontMatter: string): ReadMeta {
  const { format, data } = splitArticle(frontMatter)
  if (data.length > MAX_FRONT_MATTER) {
    return {
      meta: metaFrom(new Map()),
      problem: 'The front matter is longer than 64 KB and is kept as it is.',
    }
  }
  switch (format) {
    case 'none':
      return { meta: metaFrom(new Map()) }
    case 'yaml':
      return readYaml(data)
    case 'toml':
      return readObject(() => parseToml(data), 'TOML')
    case 'json':
      return readObject(() => JSON.parse(data), 'JSON')
  }
}

function readYaml(data: string): ReadMeta {
  const document = parseDocument(data, { uniqueKeys: false, logLevel: 'silent' })
  const fields = new Map<string, Value>()
  let problem = document.errors[0]
    ? `The front matter is not valid YAML (${firstLine(document.errors[0].message)}). It is kept as it is.`
    : undefined
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      const key = keyOf(pair)
      if (key === null) continue
      if (fields.has(key)) {
        problem ??= `The front matter has “${key}” twice; the first one counts.`
        continue
      }
      fields.set(key, yamlValue(pair.value as Node | null))
    }
  }
  return { meta: metaFrom(fields), ...(problem === undefined ? {} : { problem }) }
}

/** The text of a pair's key, or null for a key that is not a plain name. */
export function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : null
}

/** A YAML value as a person wrote it; anchors and aliases are not followed. */
export function yamlValue(node: Node | null): Value {
  if (isScalar(node)) {
    if (typeof node.value === 'string') return node.value
    return node.value === null ? '' : (node.source ?? String(node.value))
  }
  if (isSeq(node)) {
    return node.items
      .map((item) => yamlValue(item as Node))
      .filter((item) => typeof item === 'string')
  }
  if (isMap(node)) {
    const name = node.items.find((pair) => keyOf(pair) === 'name')
    return name ? yamlValue(name.value as Node | null) : ''
  }
  return ''
}

function readObject(parse: () => unknown, language: string): ReadMeta {
  try {
    const value = parse()
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return { meta: metaFrom(new Map(entries.map(([key, entry]) => [key, plainValue(entry)]))) }
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : ''
    return {
      meta: metaFrom(new Map()),
      problem: `The front matter is not valid ${language} (${reason}). It is kept as it is.`,
    }
  }
}

function plainValue(value: unknown): Value {
  if (Array.isArray(value)) return value.map((item) => String(plainValue(item)))
  if (value instanceof Date) return value.toISOString()
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value)
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[:.]\s*$/, '') ?? ''
}

function metaFrom(fields: Fields): ArticleMeta {
  const text = (...keys: readonly string[]): string => {
    for (const key of keys) {
      const value = fields.get(key)
      if (typeof value === 'string' && value.trim() !== '') return value
    }
    return ''
  }
  const list = (...keys: readonly string[]): readonly string[] => {
    for (const key of keys) {
      const value = fields.get(key)
      if (typeof value === 'string' && value.trim() !== '') return [value]
      if (value !== undefined && typeof value !== 'string' && value.length > 0) return value
    }
    return []
  }
  return {
    title: text('title'),
    standfirst: text('standfirst'),
    authors: list('authors', 'author', 'byline'),
    date: text('date', 'published'),
    modified: text('modified', 'updated', 'lastmod'),
    lang: text('lang', 'language') || 'en',
    slug: text('slug'),
    section: text('section', 'category'),
    tags: list('tags', 'keywords'),
    status: text('status'),
  }
}
