const FENCE = /^[ \t>*+\-\d.)]*(`{3,}|~{3,})/
const GAP = /(?:\r\n|\n|\r(?!\n))(?:[ \t]*(?:\r\n|\n|\r(?!\n)))+/g

/** Whether some line of a text begins or ends fenced code. */
export function hasFence(text: string): boolean {
  return text.split(/\r\n|\n|\r/).some((line) => FENCE.test(line))
}

/**
 * Where a text can be parted so that neither part bears on how the other reads: after blank lines
 * outside of fences, before a line that is not indented. Cheaper than parsing, and never wrong: some
 * places are missed.
 */
export function cutsIn(text: string): readonly number[] {
  const cuts: number[] = []
  let fence = ''
  let from = 0
  for (const gap of text.matchAll(GAP)) {
    fence = fenceAfter(text.slice(from, gap.index), fence)
    from = gap.index + gap[0].length
    const next = text[from]
    if (fence === '' && next !== undefined && !/\s/.test(next)) cuts.push(from)
  }
  return cuts
}

/** The fence that is open after some lines, given the one open before them. */
function fenceAfter(lines: string, before: string): string {
  if (!lines.includes('```') && !lines.includes('~~~')) return before
  let open = before
  for (const line of lines.split(/\r\n|\n|\r/)) {
    const sign = FENCE.exec(line)?.[1]
    if (sign === undefined) continue
    if (open === '') open = sign
    else if (sign[0] === open[0] && sign.length >= open.length) open = ''
  }
  return open
}

/** A text in the parts that its cuts make. */
export function chunksOf(text: string): readonly string[] {
  const cuts = [0, ...cutsIn(text), text.length]
  return cuts.slice(1).flatMap((end, index) => {
    const start = cuts[index] ?? 0
    return end > start ? [text.slice(start, end)] : []
  })
}
