/** What may stand before a line's words and says all that matters of it: quotations, items, a heading. */
const LEAD = /^(?:> |[-*+] |\d{1,9}[.)] )*(?:#{1,6} )?/

/**
 * Words in which no rule of CommonMark or GFM finds anything. They begin with a letter or an opening
 * quotation mark, so that no line of them begins, ends or goes on with any other construct.
 */
const WORDS = /^[\p{L}“‘„«][^\p{Cc}\\`*_[\]<>&~|@#\uE0A7\uE0A8\uFEFF]*$/u

/** Words that GFM makes links of. */
const ADDRESS = /:\/\/|www\./i

/** Stands for a line's words while they are away: a letter to every rule, and in nobody's text. */
export const PLACE = '\uE0A7'
/** The same for whole paragraphs and headings. */
export const PLACES = '\uE0A8'

/** A line that holds nothing but words. */
export interface PlainLine {
  readonly lead: string
  readonly words: string
}

/** Null for a line in which a rule may find something. */
export function plainLine(line: string): PlainLine | null {
  const lead = LEAD.exec(line)?.[0] ?? ''
  const words = line.slice(lead.length)
  const isPlain = WORDS.test(words) && !words.endsWith(' ') && !ADDRESS.test(words)
  return isPlain ? { lead, words } : null
}
