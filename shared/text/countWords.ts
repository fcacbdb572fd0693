/** Scripts written without spaces, where only a dictionary knows the words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A word keeps its apostrophes, and a number its separators: `don’t`, `3.5`, `10:30`, `well-known`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’.,:\-\u2010\u2011/@_][\p{L}\p{N}\p{M}]+)*/gu

let segmenter: Intl.Segmenter | undefined

/** How many words a person would count in a text. */
export function countWords(text: string): number {
  if (!UNSPACED.test(text)) return countSpaced(text)
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  let words = 0
  for (const part of segmenter.segment(text)) if (part.isWordLike) words += 1
  return words
}

function countSpaced(text: string): number {
  let words = 0
  for (const _ of text.matchAll(WORD)) words += 1
  return words
}
