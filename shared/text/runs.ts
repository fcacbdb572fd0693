/**
 * Edges and runs of white space in time that grows with the text only. A pattern such as ` +$` or
 * `\s*\n\s*` tries anew at every space of a long run, and a line of a hundred thousand spaces, which a
 * file may hold, would hold up the page for seconds.
 */

/** `text` without what is at its end and of which each character matches `dropped`. */
export function dropEnd(text: string, dropped: RegExp): string {
  let end = text.length
  while (end > 0 && dropped.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** `text` without what is at its start and of which each character matches `dropped`. */
export function dropStart(text: string, dropped: RegExp): string {
  let start = 0
  while (start < text.length && dropped.test(text.charAt(start))) start++
  return text.slice(start)
}

/** `text` on one line: every run of white space that holds a line's end becomes `between`. */
export function joinLines(text: string, between = ' '): string {
  return text.replace(/\s+/g, (run) => (/[\r\n]/.test(run) ? between : run))
}

/** The same, with a space for each line's end, and white space other than blanks left alone. */
export function spacesForLineEnds(text: string): string {
  return text.replace(/[ \t\r\n]+/g, (run) => {
    const ends = lineEndsIn(run)
    return ends === 0 ? run : ' '.repeat(ends)
  })
}

/** How many lines end in `text`, by any of the three endings. */
export function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** `text` without everything from an `open` to the next `close`; an `open` without one stays. */
export function withoutBetween(text: string, open: string, close: string): string {
  let kept = ''
  let from = 0
  for (;;) {
    const start = text.indexOf(open, from)
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length)
    if (end < 0) return kept + text.slice(from)
    kept += text.slice(from, start)
    from = end + close.length
  }
}
