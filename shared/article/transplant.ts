import { diffArrays } from 'diff'

/** A stretch of the old text and what stands for it in another text. */
interface Span {
  readonly from: number
  readonly to: number
  readonly otherFrom: number
  readonly otherTo: number
}

// Beyond this many differing tokens two texts have too little in common to carry an edit over.
const MAX_EDITS = 2000

const TOKENS = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu

function tokensOf(text: string): string[] {
  return text.match(TOKENS) ?? []
}

/** Where `other` differs from `old`, in offsets into both; null when they differ too much. */
function differences(old: readonly string[], other: readonly string[]): readonly Span[] | null {
  const changes = diffArrays([...old], [...other], { maxEditLength: MAX_EDITS })
  if (changes === undefined) return null
  const spans: Span[] = []
  let offset = 0
  let otherOffset = 0
  let open: Span | null = null
  for (const change of changes) {
    const length = change.value.reduce((sum, token) => sum + token.length, 0)
    if (!change.added && !change.removed) {
      if (open) spans.push(open)
      open = null
      offset += length
      otherOffset += length
      continue
    }
    const span: Span = open ?? {
      from: offset,
      to: offset,
      otherFrom: otherOffset,
      otherTo: otherOffset,
    }
    if (change.removed) offset += length
    else otherOffset += length
    open = { ...span, to: offset, otherTo: otherOffset }
  }
  if (open) spans.push(open)
  return spans
}

/**
 * Carries an edit over to a text that says the same in another style: `edited` came from `plain`
 * by editing, and `written` is how `plain` was written in the file. The result is `written` with
 * the same edits, so that line breaks, escapes and marks away from them stay as they were.
 * Null when the texts differ too much. The caller checks that the result reads as `edited` does.
 */
export function transplant(plain: string, edited: string, written: string): string | null {
  if (plain === written) return edited
  const plainTokens = tokensOf(plain)
  const style = differences(plainTokens, tokensOf(written))
  const edits = differences(plainTokens, tokensOf(edited))
  if (style === null || edits === null) return null
  let result = ''
  let done = 0
  for (const edit of widened(edits, style)) {
    const from = carried(edit.from, style, edit.from < edit.to ? 'after' : 'before')
    const to = carried(edit.to, style, 'before')
    if (from < done || to < from) return null
    result += written.slice(done, from) + edited.slice(edit.otherFrom, edit.otherTo)
    done = to
  }
  return result + written.slice(done)
}

/** Widens each edit over the style differences that it cuts into, and joins those that then touch. */
function widened(edits: readonly Span[], style: readonly Span[]): readonly Span[] {
  const wide: Span[] = []
  for (const edit of edits) {
    let { from, to, otherFrom, otherTo } = edit
    for (const span of style) {
      const cuts = span.from < to && span.to > from
      const isInside = from > span.from && from < span.to
      if (!cuts && !isInside) continue
      if (span.from < from) {
        otherFrom -= from - span.from
        from = span.from
      }
      if (span.to > to) {
        otherTo += span.to - to
        to = span.to
      }
    }
    const last = wide.at(-1)
    if (last && from <= last.to && otherFrom <= last.otherTo) {
      wide[wide.length - 1] = {
        ...last,
        to: Math.max(to, last.to),
        otherTo: Math.max(otherTo, last.otherTo),
      }
    } else {
      wide.push({ from, to, otherFrom, otherTo })
    }
  }
  return wide
}

/**
 * An offset of the plain text in the written one. It lies inside no style difference; where the
 * written text has something extra at that very place, `side` says on which side of it to land.
 */
function carried(offset: number, style: readonly Span[], side: 'before' | 'after'): number {
  let shift = 0
  for (const span of style) {
    const isExtraHere = span.from === offset && span.to === offset
    if (span.to > offset || (isExtraHere && side === 'before')) break
    shift = span.otherTo - span.to
  }
  return offset + shift
}
