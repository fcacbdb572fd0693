/** Most letters of a line: so many fit a phone's column at a size that is read without effort. */
const LINE = 38
const MOST_LINES = 3
const LEADING = 20

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A text in lines, cut off after a few. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (longer.length <= LINE && last !== undefined) lines[lines.length - 1] = longer
    else lines.push(word.length > LINE ? `${word.slice(0, LINE - 1)}…` : word)
  }
  if (lines.length <= MOST_LINES) return lines
  const end = lines[MOST_LINES - 1] ?? ''
  return [...lines.slice(0, MOST_LINES - 1), `${end.slice(0, LINE - 1)}…`]
}

/**
 * A calm picture in the place of one that is not shown: what it would be, and why it is not.
 * Drawn in greys that are legible on light and dark paper, and no wider than a phone's column: it is
 * stretched to its place, and its words with it.
 */
export function placeholder(alt: string, reason: string): string {
  const lines = [
    ...linesOf(alt).map((text) => ({ text, weight: 600 })),
    ...linesOf(reason).map((text) => ({ text, weight: 400 })),
  ]
  const texts = lines.map(({ text, weight }, index) => {
    const down = (index - (lines.length - 1) / 2) * LEADING
    return `<text x="50%" y="50%" dy="${down}" font-weight="${weight}">${escaped(text)}</text>`
  })
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="380" height="152">' +
    '<rect x="0.5" y="0.5" width="100%" height="100%" fill="#8881"/>' +
    '<g fill="#7d766c" font-family="Inter, Helvetica, Arial, sans-serif" font-size="14" ' +
    `text-anchor="middle" dominant-baseline="middle">${texts.join('')}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
