/** A list as one line of text. Items with a comma of their own are parted by semicolons. */
export function listText(items: readonly string[]): string {
  return items.join(items.some((item) => item.includes(',')) ? '; ' : ', ')
}

/** The list that a line of text means. */
export function listFrom(text: string): readonly string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
