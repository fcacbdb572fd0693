import { Scalar, stringify } from 'yaml'
import type { LineEnding } from './lineEnding'

/** What a key may be set to: words, a number, a list of words, or a list of small records. */
export type FieldInput =
  | string
  | number
  | readonly string[]
  | readonly Readonly<Record<string, string>>[]

const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** A string as a one-line YAML scalar: plain where that reads back as the same string, else quoted. */
export function scalarText(value: string, like?: Scalar.Type): string {
  const scalar = new Scalar(value)
  if (like === 'QUOTE_DOUBLE' || like === 'QUOTE_SINGLE') scalar.type = like
  // A day is a day to every reader of front matter, and nobody writes one in quotes.
  else if (ISO_DATE.test(value)) return value
  // `compat` also quotes what only older readers take for something else than a string (yes, 0o7).
  const text = stringify(scalar, { lineWidth: 0, blockQuote: false, compat: 'yaml-1.1' }).replace(
    /\n$/,
    '',
  )
  return text.includes('\n') ? JSON.stringify(value) : text
}

/**
 * Inside brackets a comma ends a plain scalar, so that words with one are quoted; to older readers
 * (Hugo's among them) a question mark does.
 */
export function itemText(value: string): string {
  const text = scalarText(value)
  return /^["']/.test(text) || !/[,?[\]{}]/.test(text) ? text : JSON.stringify(value)
}

export function flowList(values: readonly string[]): string {
  return `[${values.map(itemText).join(', ')}]`
}

export function isWords(input: FieldInput): input is readonly string[] {
  return Array.isArray(input) && input.every((item) => typeof item === 'string')
}

/** A list with one item a line, the first where the cursor is and the others at `indent`. */
export function blockList(
  input: readonly (string | Readonly<Record<string, string>>)[],
  indent: string,
  ending: LineEnding,
): string {
  const lines = input.flatMap((item) => {
    if (typeof item === 'string') return [`- ${scalarText(item)}`]
    return Object.entries(item)
      .filter(([, value]) => value !== '')
      .map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${scalarText(value)}`)
  })
  return lines.join(ending + indent)
}

/** What follows a new key's colon, with the blank or line ending before it. */
export function valueText(input: FieldInput, ending: LineEnding): string {
  if (typeof input === 'string') return ` ${scalarText(input)}`
  if (typeof input === 'number') return ` ${input}`
  if (isWords(input)) return ` ${flowList(input)}`
  return `${ending}  ${blockList(input, '  ', ending)}`
}

export function isEmptyInput(input: FieldInput): boolean {
  return typeof input !== 'number' && input.length === 0
}
