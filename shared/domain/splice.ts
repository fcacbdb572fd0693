/** One change of a text: `removed` characters from `at` on make way for `text`. */
export interface Splice {
  readonly at: number
  readonly removed: number
  readonly text: string
}

/** The text after a change; `null` when the change does not lie within it. */
export function applySplice(before: string, { at, removed, text }: Splice): string | null {
  if (at < 0 || removed < 0 || at + removed > before.length) return null
  return before.slice(0, at) + text + before.slice(at + removed)
}

/** The shortest single change that makes one text another; `null` when they are the same. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at++
  let end = 0
  while (end < shorter - at && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end++
  }
  return {
    at,
    removed: before.length - at - end,
    text: after.slice(at, after.length - end),
  }
}

/**
 * The same for texts that come in pieces. Pieces that both have at their start and end are passed
 * over whole, so that only what differs between them is looked at sign by sign.
 */
export function spliceBetweenPieces(
  before: readonly string[],
  after: readonly string[],
): Splice | null {
  const shorter = Math.min(before.length, after.length)
  let first = 0
  let offset = 0
  while (first < shorter && before[first] === after[first]) {
    offset += before[first]?.length ?? 0
    first++
  }
  let last = 0
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++
  const middle = (pieces: readonly string[]): string =>
    pieces.slice(first, pieces.length - last).join('')
  const splice = spliceBetween(middle(before), middle(after))
  return splice === null ? null : { ...splice, at: splice.at + offset }
}
