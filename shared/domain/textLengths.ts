/** How long a text about the article may be, in characters. */
export interface TextLength {
  /** From here it says enough. */
  readonly least: number
  /** Up to here all of it is shown where it is read first. */
  readonly whole: number
  readonly readIn: string
  /** From here it is cut off nearly everywhere, and told of before the article goes out. */
  readonly most: number
}

export type MeasuredName = 'title' | 'standfirst' | 'description' | 'social'

/** A search result shows about seventy characters of a headline; readers of news cut at 110. */
export const TEXT_LENGTHS: Readonly<Record<MeasuredName, TextLength>> = {
  title: { least: 20, whole: 70, readIn: 'a search result', most: 110 },
  standfirst: { least: 50, whole: 200, readIn: 'a card', most: 300 },
  description: { least: 70, whole: 160, readIn: 'a search result', most: 160 },
  social: { least: 50, whole: 200, readIn: 'a card', most: 200 },
}

/** What is to be said of a text's length; `''` while there is nothing to object to. */
export function aboutLength(length: number, { whole, most, readIn }: TextLength): string {
  if (length > most) return `after ${most} it is cut off in most places`
  return length > whole ? `${readIn} shows ${whole}` : ''
}
