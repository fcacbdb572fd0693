export interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** A line of a text. */
export interface Line {
  readonly text: string
  /** How it ends: `''` at the end of the text. */
  readonly ending: string
  readonly start: Point
}

export function linesOf(markdown: string): Line[] {
  const parts = markdown.split(/(\r\n|\n|\r)/)
  const lines: Line[] = []
  let offset = 0
  for (let at = 0; at < parts.length; at += 2) {
    const text = parts[at] ?? ''
    const ending = parts[at + 1] ?? ''
    lines.push({ text, ending, start: { line: lines.length + 1, column: 1, offset } })
    offset += text.length + ending.length
  }
  return lines
}

/** A place on a line, its end unless said otherwise. */
export function pointOn({ start, text }: Line, column = text.length + 1): Point {
  return { line: start.line, column, offset: start.offset + column - 1 }
}

const BLANK = /^[ \t]*$/

export function isBlank({ text }: Line): boolean {
  return BLANK.test(text)
}
