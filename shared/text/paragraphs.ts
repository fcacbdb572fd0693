const AFTER_LINE_END = /(?<=\n)|(?<=\r)(?!\n)/
const BLANK = /^\s*$/

/** The paragraphs of a text, each with the blank lines after it; joined again they are the text. */
export function paragraphsOf(text: string): readonly string[] {
  const paragraphs: string[] = []
  let current = ''
  let isEnding = false
  for (const line of text.split(AFTER_LINE_END)) {
    const isBlank = BLANK.test(line)
    if (isEnding && !isBlank) {
      paragraphs.push(current)
      current = ''
      isEnding = false
    }
    current += line
    // Blank lines at the head of a text belong to what follows them.
    if (isBlank && !BLANK.test(current)) isEnding = true
  }
  if (current !== '') paragraphs.push(current)
  return paragraphs
}
