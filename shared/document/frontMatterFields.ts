import { type LineEnding, type ReadMeta, readMeta, setFields, splitArticle } from '../article'

/** The front-matter fields that stand above the body as fields of their own. */
export type FieldName = 'title' | 'standfirst'

export interface FrontMatterFields {
  /** The front matter as it would be saved now, fences included. */
  text(): string
  read(): ReadMeta
  get(name: FieldName): string
  set(name: FieldName, value: string): void
  /** Why the fields cannot be edited (malformed, TOML or JSON front matter); absent when they can. */
  readonly locked?: string
}

/** Holds edits to front-matter fields; each save splices them into the original text anew. */
export function createFields(original: string, ending: LineEnding): FrontMatterFields {
  const changes = new Map<FieldName, string>()
  const loaded = readMeta(original)
  let current: { readonly text: string; readonly read: ReadMeta } = { text: original, read: loaded }
  const { format } = splitArticle(original)
  const locked =
    format === 'toml' || format === 'json'
      ? `The front matter is ${format.toUpperCase()}; Galley reads it and leaves it as it is.`
      : loaded.problem
  return {
    text: () => current.text,
    read: () => current.read,
    get: (name) => changes.get(name) ?? loaded.meta[name],
    set(name, value) {
      if (locked !== undefined) return
      changes.set(name, value)
      const edited = Object.fromEntries(
        [...changes].filter(([key, entry]) => entry !== loaded.meta[key]),
      )
      const text = setFields(original, edited, ending)
      current = { text, read: readMeta(text) }
    },
    ...(locked === undefined ? {} : { locked }),
  }
}
