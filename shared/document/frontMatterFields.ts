import {
  type FieldInput,
  type Fields,
  keyFor,
  type LineEnding,
  type ReadMeta,
  readFields,
  readMeta,
  setFields,
  splitArticle,
} from '../article'

/** The front-matter fields that stand above the body as fields of their own. */
export type FieldName = 'title' | 'standfirst'

export interface FrontMatterFields {
  /** The front matter as it would be saved now, fences included. */
  text(): string
  read(): ReadMeta
  /** Every top-level key with its value, in the order of the file. */
  fields(): Fields
  get(name: FieldName): string
  set(name: FieldName, value: string): void
  /** Sets any key, `image.alt` for one inside a map. */
  setKey(key: string, value: FieldInput): void
  /** Why the fields cannot be edited (malformed, TOML or JSON front matter); absent when they can. */
  readonly locked?: string
}

/** Holds edits to front-matter fields; each save splices them into the original text anew. */
export function createFields(original: string, ending: LineEnding): FrontMatterFields {
  const changes = new Map<string, FieldInput>()
  const loaded = { ...readMeta(original), ...readFields(original) }
  let current = { text: original, meta: loaded.meta, fields: loaded.fields }
  const { format } = splitArticle(original)
  const locked =
    format === 'toml' || format === 'json'
      ? `The front matter is ${format.toUpperCase()}; Galley reads it and leaves it as it is.`
      : loaded.problem

  function setKey(key: string, value: FieldInput): void {
    if (locked !== undefined) return
    changes.set(key, value)
    const text = setFields(original, Object.fromEntries(changes), ending)
    current = { text, meta: readMeta(text).meta, fields: readFields(text).fields }
  }

  return {
    text: () => current.text,
    read: () => ({
      meta: current.meta,
      ...(loaded.problem === undefined ? {} : { problem: loaded.problem }),
    }),
    fields: () => current.fields,
    get(name) {
      // What is being typed, also where the file would have it shorter.
      const typed = changes.get(keyFor(name, loaded.fields))
      return typeof typed === 'string' ? typed : current.meta[name]
    },
    set: (name, value) => setKey(keyFor(name, loaded.fields), value),
    setKey,
    ...(locked === undefined ? {} : { locked }),
  }
}
