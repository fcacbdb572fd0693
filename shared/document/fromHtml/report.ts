/** What was left out of a page, as a person would count it. */
export type DroppedKind =
  | 'script'
  | 'style'
  | 'hidden text'
  | 'comment'
  | 'tracking picture'
  | 'tracking parameter'
  | 'unsafe link'
  | 'picture without its file'
  | 'form field'
  | 'embed'
  | 'page furniture'

/** What a piece of content became. */
export type KeptKind =
  | 'heading'
  | 'list'
  | 'quotation'
  | 'table'
  | 'picture'
  | 'footnote'
  | 'code block'
  | 'link'
  | 'paragraph'

export type Counts<K extends string> = Readonly<Partial<Record<K, number>>>

/** Adds up what a conversion leaves out. */
export interface Tally {
  drop(kind: DroppedKind, count?: number): void
  counts(): Counts<DroppedKind>
}

export function createTally(): Tally {
  const counts: Partial<Record<DroppedKind, number>> = {}
  return {
    drop(kind, count = 1) {
      if (count > 0) counts[kind] = (counts[kind] ?? 0) + count
    },
    counts: () => ({ ...counts }),
  }
}

/** `3 headings, 1 table`, largest first; `''` for nothing. */
export function countsInWords(counts: Counts<string>): string {
  return Object.entries(counts)
    .filter((entry): entry is [string, number] => (entry[1] ?? 0) > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${count} ${nounFor(kind, count)}`)
    .join(', ')
}

function nounFor(kind: string, count: number): string {
  if (kind === 'page furniture') return `${count === 1 ? 'piece' : 'pieces'} of ${kind}`
  if (count === 1) return kind
  return kind === 'picture without its file' ? 'pictures without their files' : `${kind}s`
}
