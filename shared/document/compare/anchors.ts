import type { Element, ElementContent } from 'hast'
import type { MarkedPiece } from './pieces'
import { isInline, readMarked, type Standing, standingIn } from './words'

/** Where a thread stands: over an element, or over a stretch of the later version's words. */
export interface Anchor {
  readonly number: number
  readonly at: { readonly element: Element } | { readonly start: number; readonly end: number }
}

interface Mark {
  readonly offset: number
  readonly element: Element
}

/** Puts an empty element at each end of every anchor. What finds no words stands at the end. */
export function setAnchors(
  pieces: readonly MarkedPiece[],
  anchors: readonly Anchor[],
): readonly MarkedPiece[] {
  if (anchors.length === 0) return pieces
  const on = new Map<Element, number[]>()
  const starts: Mark[] = []
  const ends: Mark[] = []
  const { length } = readMarked(pieces.map(({ element }) => element)).accepted.trimEnd()
  for (const { number, at } of anchors) {
    if ('element' in at) {
      on.set(at.element, [...(on.get(at.element) ?? []), number])
      continue
    }
    const start = Math.min(at.start, Math.max(0, length - 1))
    starts.push({ offset: start, element: endOf(number, 'Start') })
    ends.push({ offset: Math.max(start, Math.min(at.end, length)), element: endOf(number, 'End') })
  }
  const queue = [...starts, ...ends].sort((one, other) => one.offset - other.offset)
  let offset = 0

  /** Cuts a text where marks stand in it. */
  function cut(value: string): readonly ElementContent[] {
    const made: ElementContent[] = []
    let taken = 0
    for (;;) {
      const [next] = queue
      if (!next || next.offset > offset + value.length) break
      const isStart = next.element.properties.dataThreadStart !== undefined
      // A stretch starts before a word and not after the one before.
      if (isStart && next.offset === offset + value.length && value !== '') break
      queue.shift()
      const at = Math.max(taken, next.offset - offset)
      if (at > taken) made.push({ type: 'text', value: value.slice(taken, at) })
      made.push(next.element)
      taken = at
    }
    if (taken < value.length) made.push({ type: 'text', value: value.slice(taken) })
    offset += value.length
    return made
  }

  function within(node: Element, around: Standing): Element {
    const standing = standingIn(node, around)
    const children = node.children.flatMap((child): readonly ElementContent[] => {
      if (child.type === 'text') {
        if (!standing.accepted) return [child]
        if (child.value.trim() !== '') return cut(child.value)
        offset += child.value.length
        return [child]
      }
      if (child.type !== 'element') return [child]
      const threads = on.get(child) ?? []
      const [first, end] = [
        threads.map((number) => endOf(number, 'Start')),
        threads.map((number) => endOf(number, 'End')),
      ]
      return [...first, within(child, standing), ...end]
    })
    if (standing.accepted && !isInline(node)) offset += 1
    return { ...node, children }
  }

  const placed = pieces.map(({ key, element }) => ({
    key,
    element: within(element, { original: true, accepted: true }),
  }))
  const last = placed.at(-1)
  if (!last || queue.length === 0) return placed
  const rest = queue.map(({ element }) => element)
  const end = { ...last.element, children: [...last.element.children, ...rest] }
  return [...placed.slice(0, -1), { key: last.key, element: end }]
}

function endOf(number: number, end: 'Start' | 'End'): Element {
  const name = `dataThread${end}`
  return { type: 'element', tagName: 'span', properties: { [name]: String(number) }, children: [] }
}
