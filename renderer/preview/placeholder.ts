function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

/**
 * A calm picture in the place of one that is not shown: what it would be, and why it is not.
 * Drawn in greys that are legible on light and dark paper.
 */
export function placeholder(alt: string, reason: string): string {
  const lines = [shortened(alt, 80), shortened(reason, 90)].filter((line) => line.trim() !== '')
  const texts = lines.map((line, index) => {
    const y = 200 + (index - (lines.length - 1) / 2) * 34
    const size = index === lines.length - 1 ? 19 : 23
    return `<text x="500" y="${y}" font-size="${size}">${escaped(line)}</text>`
  })
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="400" viewBox="0 0 1000 400">' +
    '<rect x="1" y="1" width="998" height="398" rx="6" fill="#8881" stroke="#8886"/>' +
    '<g fill="#7d766c" font-family="Inter, Helvetica, Arial, sans-serif" text-anchor="middle" ' +
    `dominant-baseline="middle">${texts.join('')}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
