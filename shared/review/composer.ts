import { align } from '../text/align'
import { chunksOf, cutsIn, hasFence } from './chunks'
import { composeEdit, type EditMode, Unwritable } from './compose'
import { type ReviewNode, textNode } from './model'
import { parseNodes } from './parse'
import { readNodes } from './readings'
import { serialiseNodes } from './serialise'

const SIGN = /\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}/

/** A stretch of the review that can be composed by itself, with where it begins in the accepted text. */
interface Segment {
  readonly nodes: readonly ReviewNode[]
  readonly start: number
  readonly text: string
}

export interface Composed {
  readonly nodes: readonly ReviewNode[]
  /** Whether some change could not be written as a suggestion and stands as if it had been edited. */
  readonly isUnwritable: boolean
}

/** Turns what the accepted text of one review has become into marks, time and again. */
export interface Composer {
  compose(accepted: string, mode: EditMode): Composed
}

/**
 * A composer whose work grows with what was edited and not with the article: the blocks between
 * edits are taken as they are, and those composed before are remembered while they say the same.
 */
export function createComposer(nodes: readonly ReviewNode[]): Composer {
  let prepared: { readonly before: string; readonly segments: readonly Segment[] } | null = null
  let remembered = new Map<string, Composed>()

  function prepare() {
    const segments = segmentsOf(nodes)
    return { before: segments.map(({ text }) => text).join(''), segments }
  }

  return {
    compose(accepted, mode) {
      prepared ??= prepare()
      const { before, segments } = prepared
      if (accepted === before) return { nodes, isUnwritable: false }
      const next = new Map<string, Composed>()
      const within = (regions: readonly Region[]) => composeAll(regions, segments, mode, next)
      let made = within(regionsOf(segments, accepted))
      // A sign that is no mark here may become half of one there: then all is looked at together.
      if (SIGN.test(accepted) && !readsBack(made.nodes, accepted, mode)) {
        made = within([{ first: 0, last: segments.length, text: accepted }])
      }
      remembered = next
      return made
    },
  }

  function readsBack(made: readonly ReviewNode[], accepted: string, mode: EditMode): boolean {
    const again = parseNodes(serialiseNodes(made))
    const isAccepted = readNodes(again, 'accepted') === accepted
    if (mode.kind === 'editing') return isAccepted
    return isAccepted && readNodes(again, 'original') === readNodes(nodes, 'original')
  }

  function composeAll(
    regions: readonly Region[],
    segments: readonly Segment[],
    mode: EditMode,
    next: Map<string, Composed>,
  ): Composed {
    const out: ReviewNode[] = []
    let isUnwritable = false
    let done = 0
    for (const { first, last, text } of regions) {
      for (const segment of segments.slice(done, first)) out.push(...segment.nodes)
      const within = segments.slice(first, last)
      const author = mode.kind === 'suggesting' ? mode.author : ''
      const key = `${first} ${last} ${author}\n${text}`
      const composed = remembered.get(key) ?? composeRegion(within, text, mode)
      next.set(key, composed)
      out.push(...composed.nodes)
      isUnwritable ||= composed.isUnwritable
      done = last
    }
    for (const segment of segments.slice(done)) out.push(...segment.nodes)
    return { nodes: out, isUnwritable }
  }
}

function composeRegion(within: readonly Segment[], text: string, mode: EditMode): Composed {
  const nodes = within.flatMap((segment) => segment.nodes)
  const start = within[0]?.start ?? 0
  const placed: EditMode =
    mode.kind === 'editing' ? mode : { ...mode, timeAt: (offset) => mode.timeAt(start + offset) }
  try {
    return { nodes: composeEdit(nodes, text, placed), isUnwritable: false }
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error
    // No word may be lost for want of a way to mark it.
    return { nodes: composeEdit(nodes, text, { kind: 'editing' }), isUnwritable: true }
  }
}

/** The review parted where no mark and no code lies across, each part with its accepted text. */
export function segmentsOf(nodes: readonly ReviewNode[]): readonly Segment[] {
  const whole = (): readonly Segment[] => [{ nodes, start: 0, text: readNodes(nodes, 'accepted') }]
  // A fence within a mark opens in one reading and not in the other.
  const isPlain = nodes.every((node) => node.kind === 'text' || !hasFence(serialiseNodes([node])))
  if (!isPlain) return whole()
  // Cuts are those of the text with a letter for each mark: what lies in marks is never cut.
  const outline = nodes.map((node) => (node.kind === 'text' ? node.text : 'x')).join('')
  const cuts = cutsIn(outline)
  const segments: Segment[] = []
  let current: ReviewNode[] = []
  let at = 0
  let start = 0
  let next = 0
  const close = (): void => {
    if (current.length === 0) return
    const text = readNodes(current, 'accepted')
    segments.push({ nodes: current, start, text })
    start += text.length
    current = []
  }
  for (const node of nodes) {
    if (node.kind !== 'text') {
      current.push(node)
      at++
      continue
    }
    const end = at + node.text.length
    let from = at
    for (let cut = cuts[next]; cut !== undefined && cut <= end; cut = cuts[++next]) {
      current.push(...textNode(node.text.slice(from - at, cut - at)))
      close()
      from = cut
    }
    current.push(...textNode(node.text.slice(from - at)))
    at = end
  }
  close()
  return segments.length === 0 ? whole() : segments
}

/** Segments from `first` to before `last`, and what they have become. */
interface Region {
  readonly first: number
  readonly last: number
  readonly text: string
}

/** The stretches of segments that say something else now, each with a neighbour that it may lean on. */
function regionsOf(segments: readonly Segment[], accepted: string): readonly Region[] {
  const a = segments.map(({ text }) => text)
  const b = chunksOf(accepted)
  // Segments may hold several chunks: chunks are joined to be comparable with them.
  const joined = joinAs(a, b)
  const hunks = align(a, joined, { maxEdits: 500 }) ?? [
    { a0: 0, a1: a.length, b0: 0, b1: joined.length },
  ]
  const wide: { first: number; last: number; from: number; to: number }[] = []
  for (const { a0, a1, b0, b1 } of hunks) {
    const before = Math.min(1, a0, b0)
    const after = Math.min(1, a.length - a1, joined.length - b1)
    const [first, last, from, to] = [a0 - before, a1 + after, b0 - before, b1 + after]
    const previous = wide.at(-1)
    if (previous && first < previous.last) {
      previous.last = last
      previous.to = to
    } else wide.push({ first, last, from, to })
  }
  return wide.map(({ first, last, from, to }) => ({
    first,
    last,
    text: joined.slice(from, to).join(''),
  }))
}

/** Chunks put together where together they are a segment that stands unchanged. */
function joinAs(segments: readonly string[], chunks: readonly string[]): readonly string[] {
  const starts = new Map<string, string>()
  for (const segment of segments) {
    const [first = '', second] = chunksOf(segment)
    if (second !== undefined) starts.set(first, segment)
  }
  if (starts.size === 0) return chunks
  const joined: string[] = []
  for (let index = 0; index < chunks.length; index++) {
    let chunk = chunks[index] ?? ''
    const segment = starts.get(chunk)
    if (segment !== undefined) {
      let ahead = index
      let together = chunk
      while (together.length < segment.length && ahead + 1 < chunks.length) {
        together += chunks[++ahead] ?? ''
      }
      if (together === segment) {
        chunk = together
        index = ahead
      }
    }
    joined.push(chunk)
  }
  return joined
}
