import type { Fits } from '../article'
import { fingerprint } from './editor/exportBlock'
import type { ParseMarkdown } from './markdown/rememberParsed'

const MOST = 2000

/**
 * Tells whether two blocks stay two when they are written one after the other with a gap between:
 * neither runs into the other, as two paragraphs without a blank line or two lists would.
 * It remembers: a save asks again about every changed block, and few of them are new.
 */
export function rememberFits(parse: ParseMarkdown): Fits {
  const alone = remembering((text: string) => fingerprint(parse(text).children))
  const fits = remembering((key: string) => {
    const [first = '', gap = '', second = ''] = JSON.parse(key) as readonly string[]
    const boundary = first.length + gap.length
    const together = parse(first + gap + second).children
    const before = together.filter((node) => (node.position?.start.offset ?? 0) < first.length)
    const after = together.filter((node) => (node.position?.start.offset ?? 0) >= boundary)
    return (
      before.every((node) => (node.position?.end.offset ?? 0) <= boundary) &&
      // A list may be cut short by the line above it and still be one block.
      fingerprint(before) === alone(first) &&
      fingerprint(after) === alone(second)
    )
  })
  return ([first = '', second = ''], [gap = '']) => fits(JSON.stringify([first, gap, second]))
}

function remembering<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const answer = work(key)
    if (known.size >= MOST) known.clear()
    known.set(key, answer)
    return answer
  }
}
