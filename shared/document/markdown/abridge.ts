import { type Leaf, leafOf } from './plainLeaf'
import { PLACE, PLACES, type PlainLine, plainLine } from './plainLines'
import { isBlank, type Line, linesOf, type Point, pointOn } from './sourceLines'

/** Below this the parser is as quick with the words as without. */
const WORTH = 12

const FENCE = /^[ \t]*(?:```|~~~)/

/** Where a line of the abridged text is in the whole one. */
export interface LinePlace {
  readonly start: Point
  /** The column behind what stands for words, and where they end; absent where none are away. */
  readonly behind?: number
  readonly end?: Point
}

export interface Abridged {
  readonly text: string
  /** The words of each `PLACE`, in order. */
  readonly words: readonly string[]
  /** The blocks of each `PLACES`, in order, as the parser would have made them. */
  readonly blocks: readonly (readonly Leaf[])[]
  readonly lines: readonly LinePlace[]
}

/** Writes the abridged text line by line. */
class Abridging implements Abridged {
  text = ''
  readonly words: string[] = []
  readonly blocks: Leaf[][] = []
  readonly lines: LinePlace[] = []
  /** Blocks that are taken out, one behind the other, and the lines that they are of. */
  private out: Leaf[] = []
  private first: Line | undefined
  private last: Line | undefined
  /** The blank lines behind them, which go with them when another follows. */
  private gap: Line[] = []

  keep(line: Line): void {
    this.close()
    this.write(line)
  }

  blank(line: Line): void {
    if (this.out.length === 0) this.write(line)
    else this.gap.push(line)
  }

  takeOut(leaf: Leaf, lines: readonly Line[]): void {
    if (this.out.length === 0) this.first = lines[0]
    this.out.push(leaf)
    this.last = lines.at(-1)
    this.gap = []
  }

  shorten(line: Line, { lead, words }: PlainLine): void {
    if (words.length < WORTH) {
      this.keep(line)
      return
    }
    this.close()
    this.words.push(words)
    this.put(lead + PLACE, line, line)
  }

  /** Puts one sign where blocks were taken out. */
  close(): void {
    const { out, first, last, gap } = this
    if (out.length > 0 && first && last) {
      this.blocks.push(out)
      this.put(PLACES, first, last)
    }
    this.out = []
    this.gap = []
    for (const line of gap) this.write(line)
  }

  private write({ text, ending, start }: Line): void {
    this.text += text + ending
    this.lines.push({ start })
  }

  private put(sign: string, first: Line, last: Line): void {
    this.text += sign + last.ending
    this.lines.push({ start: first.start, behind: sign.length + 1, end: pointOn(last) })
  }
}

/**
 * Takes out what holds nothing but words, for the parser walks over every character several times
 * and would find nothing there. Only lines between blank ones that are all so are touched, since any
 * other may give its neighbours another meaning. Null where there are none.
 */
export function abridge(markdown: string): Abridged | null {
  // A mark of byte order is not counted among the characters of its line.
  if (markdown.startsWith('\uFEFF') || markdown.includes(PLACE) || markdown.includes(PLACES)) {
    return null
  }
  const abridged = new Abridging()
  let isFenced = false

  function take(run: readonly Line[]): void {
    const fences = run.filter(({ text }) => FENCE.test(text)).length
    const plain = fences > 0 || isFenced ? [] : run.flatMap(({ text }) => plainLine(text) ?? [])
    // A guess that only saves work: what is taken out of code is noticed when it is put back.
    if (fences % 2 === 1) isFenced = !isFenced
    const isPlain = plain.length === run.length
    const leaf = isPlain ? leafOf(run, plain) : null
    if (leaf !== null) {
      abridged.takeOut(leaf, run)
      return
    }
    run.forEach((line, index) => {
      const each = isPlain ? plain[index] : undefined
      if (each) abridged.shorten(line, each)
      else abridged.keep(line)
    })
  }

  let run: Line[] = []
  for (const line of linesOf(markdown)) {
    if (!isBlank(line)) {
      run.push(line)
      continue
    }
    if (run.length > 0) take(run)
    run = []
    abridged.blank(line)
  }
  if (run.length > 0) take(run)
  abridged.close()
  return abridged.words.length > 0 || abridged.blocks.length > 0 ? abridged : null
}
