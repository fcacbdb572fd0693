const LINE = 'A paragraph that stands before what is typed.\n'

/** The parts of a page of about this size on which so many words were typed. */
export function pageOf(words: number, size: number): readonly string[] {
  return [
    LINE.repeat(Math.ceil(size / LINE.length)),
    Array.from({ length: words }, (_, index) => `w${index + 1}\n`).join(''),
  ]
}

/** How many words were typed on a page; null for what is no whole page. */
export function wordsOn(text: string, size: number): number | null {
  const words = (text.match(/^w\d+$/gm) ?? []).length
  return text === pageOf(words, size).join('') ? words : null
}
