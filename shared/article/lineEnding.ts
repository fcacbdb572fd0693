export type LineEnding = '\n' | '\r\n' | '\r'

/** The line ending that most lines of `text` use, `\n` when it has one line. New lines are written with it. */
export function lineEndingOf(text: string): LineEnding {
  const windows = text.split('\r\n').length - 1
  const unix = text.split('\n').length - 1 - windows
  const classic = text.split('\r').length - 1 - windows
  if (windows > unix && windows >= classic) return '\r\n'
  return classic > unix ? '\r' : '\n'
}

/** `text` with every line ending written as `ending`. */
export function withLineEnding(text: string, ending: LineEnding): string {
  return ending === '\n' && !text.includes('\r') ? text : text.replace(/\r\n|\r|\n/g, ending)
}

/** Where the line that an offset is in begins. */
export function lineStartOf(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

/** Where the line that ends at or after an offset is over, its line ending included. */
export function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && /[\r\n]/.test(text[offset - 1] ?? '')) return offset
  const match = /\r\n|\r|\n/.exec(text.slice(offset))
  return match ? offset + match.index + match[0].length : text.length
}
