import type { Part } from './model'
import { endsSentence } from './phrases'

interface Line {
  readonly text: string
  readonly indent: number
}

const TAB = 4
/** A mail or a README is wrapped at some eighty columns; a line that is longer was not wrapped. */
const WRAPPED_AT_MOST = 100
const WRAPPED_AT_LEAST = 45

function indentOf(line: string): number {
  const blank = /^[\t \u00a0\u3000]*/.exec(line)?.[0] ?? ''
  return [...blank].reduce((columns, each) => columns + (each === '\t' ? TAB : 1), 0)
}

/** Runs of lines between blank ones. */
function runsOf(text: string): readonly (readonly Line[])[] {
  const runs: Line[][] = []
  let run: Line[] = []
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    // Zero-width characters are what web pages leave on lines that look empty.
    const words = line.replace(/[\u200b\u2060\ufeff]/g, '').trim()
    if (words !== '') run.push({ text: words, indent: indentOf(line) })
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/**
 * Whether the lines of a run are one paragraph that some program broke at a column: they are of
 * about one length, and most of them stop in the middle of a sentence.
 */
function isWrapped(run: readonly Line[]): boolean {
  const inner = run.slice(0, -1)
  if (inner.length === 0) return false
  const longest = Math.max(...run.map(({ text }) => text.length))
  if (longest > WRAPPED_AT_MOST || longest < WRAPPED_AT_LEAST) return false
  const isFull = inner.every(({ text }) => text.length >= longest * 0.7)
  const broken = inner.filter(({ text }) => !endsSentence(text)).length
  return isFull && broken * 2 > inner.length
}

/** Takes plain text apart into paragraphs: each line is one, unless a program broke the lines. */
export function partsOf(text: string, startsItem: (line: string) => boolean): readonly Part[] {
  return runsOf(text).flatMap((run, index): readonly Part[] => {
    const lines = run.some(({ text: line }) => startsItem(line))
      ? withContinuations(run, startsItem)
      : isWrapped(run)
        ? [{ text: run.map((line) => line.text).join(' '), indent: run[0]?.indent ?? 0 }]
        : run
    return lines.map((line) => ({ ...line, run: index, runLength: lines.length }))
  })
}

/** A line under a list item that is indented further than the item's bullet goes on with it. */
function withContinuations(
  run: readonly Line[],
  startsItem: (line: string) => boolean,
): readonly Line[] {
  const lines: Line[] = []
  let isInItem = false
  for (const line of run) {
    const last = lines.at(-1)
    if (startsItem(line.text)) isInItem = true
    else if (isInItem && last && line.indent > last.indent) {
      lines[lines.length - 1] = { ...last, text: `${last.text} ${line.text}` }
      continue
    } else isInItem = false
    lines.push(line)
  }
  return lines
}
