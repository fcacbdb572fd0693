import type { Readings } from './pages/probe'
import { quantile } from './statistics'

/** All that one editor did with one length of article. */
export interface Result {
  readonly name: string
  readonly words: number
  readonly readings: Readings
}

/** What the desk is held to; CONTRIBUTING.md says where the numbers come from. */
const AIMS = new Map([
  [1_000, { lexical: 1 }],
  [10_000, { lexical: 1 }],
  [50_000, { lexical: 0.6, codeMirror: 1.5 }],
] satisfies [number, { lexical: number; codeMirror?: number }][])

function milliseconds(value: number): string {
  return value.toFixed(1)
}

function ratio(value: number, aim: number | undefined): string {
  const text = `${value.toFixed(2)}×`
  if (aim === undefined) return text
  return `${text} (aim ${aim}×${value <= aim ? '' : ', missed'})`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Keystroke to next frame by editor and length, and the desk's ratios to the others, as Markdown. */
export function tableOf(results: readonly Result[]): string {
  const lengths = [...new Set(results.map(({ words }) => words))]
  const lines = [
    row(['words', 'editor', 'median ms', 'p99 ms', 'tasks over 50 ms', 'Galley to it, median']),
    row(['--:', ':--', '--:', '--:', '--:', '--:']),
  ]
  for (const words of lengths) {
    const group = results.filter((result) => result.words === words)
    const median = (name: string) => {
      const found = group.find((result) => result.name === name)
      return found ? quantile(found.readings.keys, 0.5) : Number.NaN
    }
    const own = median('Galley')
    const aims = AIMS.get(words)
    for (const { name, readings } of group) {
      const aim = name.startsWith('Lexical') ? aims?.lexical : aims?.codeMirror
      lines.push(
        row([
          words.toLocaleString('en'),
          name,
          milliseconds(quantile(readings.keys, 0.5)),
          milliseconds(quantile(readings.keys, 0.99)),
          longTasks(readings.longTasks),
          name === 'Galley' ? '' : ratio(own / median(name), aim),
        ]),
      )
    }
  }
  return lines.join('\n')
}

function longTasks(tasks: readonly number[]): string {
  if (tasks.length === 0) return '0'
  return `${tasks.length} (longest ${Math.round(Math.max(...tasks))} ms)`
}
