import { writeComment } from './attribution'
import { listReview } from './list'
import type { Suggestion } from './listed'
import { type Change, isChange, type ReviewNode, textNode } from './model'
import { readNodes } from './readings'

export type Decision = 'accept' | 'reject' | 'keep'

/** The review with some suggestions decided; whether it reads back so is not looked at. */
export function settleDecided(
  nodes: readonly ReviewNode[],
  decisionOn: (suggestion: Suggestion) => Decision,
): readonly ReviewNode[] {
  const decisions = new Map<ReviewNode, Decision>()
  for (const suggestion of listReview(nodes).suggestions) {
    const decision = decisionOn(suggestion)
    for (const node of suggestion.nodes) decisions.set(node, decision)
  }
  return settle(nodes, decisions)
}

function settle(
  level: readonly ReviewNode[],
  decisions: ReadonlyMap<ReviewNode, Decision>,
): readonly ReviewNode[] {
  const settled = level.flatMap((node): readonly ReviewNode[] => {
    if (isChange(node)) return settleChange(node, decisions)
    if (node.kind !== 'highlight') return [node]
    const children = settle(node.children, decisions)
    return isEmpty(children) ? orphaned(node.comments, node.children) : [{ ...node, children }]
  })
  return joinTexts(settled)
}

function settleChange(
  node: Change,
  decisions: ReadonlyMap<ReviewNode, Decision>,
): readonly ReviewNode[] {
  const decision = decisions.get(node) ?? 'keep'
  switch (node.kind) {
    case 'insertion':
    case 'deletion': {
      const children = settle(node.children, decisions)
      if (decision === 'keep') return isEmpty(children) ? [] : [{ ...node, children }]
      const stays = (node.kind === 'insertion') === (decision === 'accept')
      return stays ? children : threadsOf(children)
    }
    case 'substitution': {
      const old = settle(node.old, decisions)
      const now = settle(node.now, decisions)
      if (decision === 'keep') return [{ ...node, old, now }]
      return decision === 'accept' ? [...threadsOf(old), ...now] : [...old, ...threadsOf(now)]
    }
  }
}

/** The threads on text that goes, as threads on the place where it stood. */
function threadsOf(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  return nodes.flatMap(threadsIn)
}

function threadsIn(node: ReviewNode): readonly ReviewNode[] {
  switch (node.kind) {
    case 'text':
      return []
    case 'comment':
      return [node]
    case 'highlight':
      return [...orphaned(node.comments, node.children), ...threadsOf(node.children)]
    case 'insertion':
    case 'deletion':
      return threadsOf(node.children)
    case 'substitution':
      return [...threadsOf(node.old), ...threadsOf(node.now)]
  }
}

const MAX_CONTEXT = 80

/** A thread whose text went: it stays in its place and tells what it was about. */
export function orphaned(
  comments: readonly string[],
  children: readonly ReviewNode[],
): readonly ReviewNode[] {
  const [first, ...rest] = comments
  if (first === undefined) return []
  const text = (readNodes(children, 'accepted') || readNodes(children, 'original'))
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') return [{ kind: 'comment', comments }]
  const context = text.length > MAX_CONTEXT ? `${text.slice(0, MAX_CONTEXT)}…` : text
  const about = writeComment({ author: null, time: null, text: `[on “${context}”]` })
  return [{ kind: 'comment', comments: [`${first} ${about}`, ...rest] }]
}

export function isEmpty(nodes: readonly ReviewNode[]): boolean {
  return nodes.length === 0
}

/** Neighbouring texts as one, and none that is empty. */
export function joinTexts(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  const joined: ReviewNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.kind === 'text' && last?.kind === 'text') {
      joined[joined.length - 1] = { kind: 'text', text: last.text + node.text }
    } else if (node.kind !== 'text' || node.text !== '') joined.push(node)
  }
  return joined
}

/** The review without its comments: those on places go, those on text leave the text. */
export function withoutComments(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  return joinTexts(nodes.flatMap(uncommented))
}

function uncommented(node: ReviewNode): readonly ReviewNode[] {
  switch (node.kind) {
    case 'text':
      return textNode(node.text)
    case 'comment':
      return []
    case 'highlight':
      return withoutComments(node.children)
    case 'insertion':
    case 'deletion':
      return [{ ...node, children: withoutComments(node.children) }]
    case 'substitution':
      return [{ ...node, old: withoutComments(node.old), now: withoutComments(node.now) }]
  }
}
