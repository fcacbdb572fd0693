import { isChange, type ReviewNode, textNode } from './model'
import { parseNodes } from './parse'
import { readNodes } from './readings'
import { joinTexts } from './resolve'
import { serialiseNodes } from './serialise'

/** A stretch of the accepted text; a place when it has no length. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The review with a comment on a stretch of its accepted text. Where a mark cannot stand around the
 * stretch (at a fenced block's edge, say), the comment stands at its start; where it can stand
 * nowhere near, at the end of the article.
 */
export function addComment(
  nodes: readonly ReviewNode[],
  stretch: Stretch,
  comment: string,
): readonly ReviewNode[] {
  const readings = (['accepted', 'original'] as const).map((name) => readNodes(nodes, name))
  const isFaithful = (made: readonly ReviewNode[]): boolean => {
    const written = serialiseNodes(made)
    const again = parseNodes(written)
    return (
      written.includes(`{>>${comment}<<}`) &&
      countThreads(again) === countThreads(nodes) + 1 &&
      readNodes(again, 'accepted') === readings[0] &&
      readNodes(again, 'original') === readings[1]
    )
  }
  const length = readings[0]?.trimEnd().length ?? 0
  const attempts = [
    () => (stretch.start < stretch.end ? around(nodes, stretch, comment) : null),
    () => at(nodes, stretch.start, comment),
    () => at(nodes, stretch.end, comment),
    () => at(nodes, length, comment),
    () => at(nodes, 0, comment),
  ]
  for (const attempt of attempts) {
    const made = attempt()
    if (made && isFaithful(made)) return made
  }
  return [...nodes, { kind: 'comment', comments: [comment] }]
}

function countThreads(nodes: readonly ReviewNode[]): number {
  let count = 0
  const walk = (level: readonly ReviewNode[]): void => {
    for (const node of level) {
      if (node.kind === 'text') continue
      if (node.kind === 'comment') count++
      else if (node.kind === 'substitution') {
        walk(node.old)
        walk(node.now)
      } else {
        if (node.kind === 'highlight' && node.comments.length > 0) count++
        walk(node.children)
      }
    }
  }
  walk(nodes)
  return count
}

function lengthOf(node: ReviewNode): number {
  return readNodes([node], 'accepted').length
}

/** The nodes that a node shows in the accepted text, and itself with others in their place. */
function inside(node: ReviewNode): {
  readonly children: readonly ReviewNode[]
  with(children: readonly ReviewNode[]): ReviewNode
} | null {
  if (node.kind === 'insertion' && node.form === 'pilcrow') return null
  if (node.kind === 'insertion' || node.kind === 'highlight') {
    return { children: node.children, with: (children) => ({ ...node, children }) }
  }
  if (node.kind === 'substitution') {
    return { children: node.now, with: (now) => ({ ...node, now }) }
  }
  return null
}

function around(
  nodes: readonly ReviewNode[],
  { start, end }: Stretch,
  comment: string,
): readonly ReviewNode[] {
  const before: ReviewNode[] = []
  const within: ReviewNode[] = []
  const after: ReviewNode[] = []
  let offset = 0
  for (const node of nodes) {
    const from = offset
    const to = from + lengthOf(node)
    offset = to
    if (from <= start && end <= to && node.kind !== 'text') {
      const inner = inside(node)
      if (inner && to > from) {
        const marked = around(inner.children, { start: start - from, end: end - from }, comment)
        return nodes.map((each) => (each === node ? inner.with(marked) : each))
      }
    }
    if (node.kind === 'text') {
      const cut = (place: number): number => Math.max(0, Math.min(to, place) - from)
      before.push(...textNode(node.text.slice(0, cut(start))))
      within.push(...textNode(node.text.slice(cut(start), cut(end))))
      after.push(...textNode(node.text.slice(cut(end))))
    } else if (to <= start) before.push(node)
    else if (from >= end) after.push(node)
    else within.push(node)
  }
  return [...before, { kind: 'highlight', children: within, comments: [comment] }, ...after]
}

function at(
  nodes: readonly ReviewNode[],
  place: number,
  comment: string,
): readonly ReviewNode[] | null {
  const point: ReviewNode = { kind: 'comment', comments: [comment] }
  const out: ReviewNode[] = []
  let offset = 0
  let isPut = false
  for (const node of nodes) {
    const to = offset + lengthOf(node)
    const isHere = !isPut && offset <= place && place <= to
    if (isHere && node.kind === 'text') {
      const cut = place - offset
      // Behind a change it would be read as an answer to it.
      if (cut === 0 && out.at(-1) !== undefined) return null
      out.push(...textNode(node.text.slice(0, cut)), point, ...textNode(node.text.slice(cut)))
      isPut = true
    } else if (isHere && place < to) {
      const inner = inside(node)
      const marked = inner && at(inner.children, place - offset, comment)
      if (!inner || !marked) return null
      out.push(inner.with(marked))
      isPut = true
    } else out.push(node)
    offset = to
  }
  return isPut ? out : [...out, point]
}

/** The review with another list of comments on one of its nodes; with none, its highlight goes. */
export function setComments(
  nodes: readonly ReviewNode[],
  target: ReviewNode,
  comments: readonly string[],
): readonly ReviewNode[] {
  return joinTexts(
    nodes.flatMap((node): readonly ReviewNode[] => {
      if (node === target) return withComments(node, comments)
      if (node.kind === 'text' || node.kind === 'comment') return [node]
      if (isChange(node) && node.kind === 'substitution') {
        const old = setComments(node.old, target, comments)
        return [{ ...node, old, now: setComments(node.now, target, comments) }]
      }
      return [{ ...node, children: setComments(node.children, target, comments) }]
    }),
  )
}

function withComments(node: ReviewNode, comments: readonly string[]): readonly ReviewNode[] {
  if (node.kind === 'text') return [node]
  if (comments.length > 0 || isChange(node)) return [{ ...node, comments }]
  return node.kind === 'highlight' ? node.children : []
}
