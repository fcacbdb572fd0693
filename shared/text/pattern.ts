/** What is looked for, and how strictly. */
export interface FindQuery {
  readonly text: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
  readonly regex: boolean
}

/** A stretch of a line: `start` up to but without `end`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export type Pattern =
  | { readonly kind: 'none' }
  | { readonly kind: 'invalid'; readonly message: string }
  | {
      readonly kind: 'pattern'
      /** Where it is found in a line, none inside another. */
      find(line: string): readonly Stretch[]
      /** What takes the place of one find; `$1` and its like mean groups in a regular expression only. */
      replace(line: string, found: Stretch, replacement: string): string
    }

/** More in one line than anyone looks at; keeps a pattern that matches everywhere from filling the memory. */
const MOST_IN_LINE = 10_000

/** Makes a pattern of what was typed into a search field. A regular expression that is none says why. */
export function readPattern({ text, matchCase, wholeWord, regex }: FindQuery): Pattern {
  if (text === '') return { kind: 'none' }
  const source = regex ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // `\b` knows only Latin letters: a word ends where no letter or digit of any script goes on.
  const bounded = wholeWord
    ? `(?<![\\p{L}\\p{N}\\p{M}_])(?:${source})(?![\\p{L}\\p{N}\\p{M}_])`
    : source
  let expression: RegExp
  try {
    expression = new RegExp(bounded, matchCase ? 'gum' : 'gium')
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*?: /, '') : ''
    return { kind: 'invalid', message: `This is no regular expression (${reason}).` }
  }
  return {
    kind: 'pattern',
    find: (line) => findAll(line, expression),
    replace(line, { start, end }, replacement) {
      if (!regex) return replacement
      const one = new RegExp(expression.source, expression.flags.replace('g', 'y'))
      one.lastIndex = start
      const whole = line.slice(0, end)
      return whole.replace(one, replacement).slice(start)
    },
  }
}

function findAll(line: string, expression: RegExp): readonly Stretch[] {
  const found: Stretch[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(line); match !== null; match = expression.exec(line)) {
    // A pattern that matches nothing (`x*`) finds no place to show or replace.
    if (match[0] === '') expression.lastIndex += 1
    else found.push({ start: match.index, end: match.index + match[0].length })
    if (found.length === MOST_IN_LINE) break
  }
  return found
}
