/** A list as one line of text. Items with a comma of their own are parted by semicolons; one alone has one after it. */
export function listText(items: readonly string[]): string {
  if (!items.some((item) => item.includes(','))) return items.join(', ')
  return items.length === 1 ? `${items[0]};` : items.join('; ')
}

/** The list that a line of text means. */
export function listFrom(text: string): readonly string[] {
  return text
    .split(text.includes(';') ? ';' : ',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
