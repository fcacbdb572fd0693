/** A stretch of the text and what is put in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Makes edits, none of which may lie across another; one inside another gives way to it. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
  let result = ''
  let done = 0
  for (const { start, end, text } of ordered) {
    if (start < done) continue
    result += source.slice(done, start) + text
    done = end
  }
  return result + source.slice(done)
}
