/** Scripts written without spaces, where only a dictionary knows the words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * In this order: a line's end, a run of spaces, a number with its separators, a word with its
 * apostrophes, a flag, a joined emoji, a run of one sign (`---`, `**`), and whatever is left.
 */
const TOKEN =
  /\r\n|\r|\n|[^\S\r\n]+|\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})+|([^\p{L}\p{N}\p{M}\s])\1*\p{M}*|[\s\S]/gu

const WORD = /[\p{L}\p{N}]/u
const SPACE = /^\s+$/u
const LINE_END = /^(?:\r\n|\r|\n)$/

let segmenter: Intl.Segmenter | undefined

/** The words, signs and spaces of a text; joined again they are the text. */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  for (const [token] of text.matchAll(TOKEN)) {
    if (UNSPACED.test(token)) tokens.push(...wordsWithin(token))
    else tokens.push(token)
  }
  return tokens
}

function wordsWithin(run: string): readonly string[] {
  // A host without a dictionary still compares sign by sign.
  if (typeof Intl.Segmenter === 'undefined') return [...run]
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  return Array.from(segmenter.segment(run), ({ segment }) => segment)
}

export function isWord(token: string): boolean {
  return WORD.test(token)
}

export function isSpace(token: string): boolean {
  return SPACE.test(token)
}

export function isLineEnd(token: string): boolean {
  return LINE_END.test(token)
}
