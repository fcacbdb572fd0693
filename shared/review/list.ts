import { attributionOf, isClosed, isResolution, readComment } from './attribution'
import type { ReviewList, Suggestion, Thread } from './listed'
import { type Change, isChange, type ReviewNode } from './model'
import { pairMoves, withNumbers } from './pairs'
import { readNodes } from './readings'

/** Everything in an article's review, in the order of its text. */
export function listReview(nodes: readonly ReviewNode[]): ReviewList {
  const suggestions: Suggestion[] = []
  const threads: Thread[] = []
  let offset = 0

  function visit(level: readonly ReviewNode[], isShown: boolean): void {
    for (let index = 0; index < level.length; index++) {
      const node = level[index]
      if (node === undefined) continue
      if (isChange(node)) {
        const group = groupAt(level, index)
        const slot = suggestions.length
        const start = offset
        // Its place in the list is before what lies within it.
        suggestions.push(suggestionOf(group, { id: `s${slot + 1}`, start, end: start }))
        for (const change of group) visitChange(change, isShown)
        suggestions[slot] = suggestionOf(group, { id: `s${slot + 1}`, start, end: offset })
        index += group.length - 1
      } else visitPlain(node, isShown)
    }
  }

  function visitChange(change: Change, isShown: boolean): void {
    switch (change.kind) {
      case 'insertion':
        visit(change.children, isShown)
        break
      case 'deletion':
        visit(change.children, false)
        break
      case 'substitution':
        visit(change.old, false)
        visit(change.now, isShown)
    }
  }

  function visitPlain(node: Exclude<ReviewNode, Change>, isShown: boolean): void {
    const start = offset
    const slot = threads.length
    switch (node.kind) {
      case 'text':
        if (isShown) offset += node.text.length
        return
      case 'comment':
        threads.push(threadOf(node, { id: `c${slot + 1}`, start, end: start }))
        return
      case 'highlight':
        if (node.comments.length > 0)
          threads.push(threadOf(node, { id: `c${slot + 1}`, start, end: start }))
        visit(node.children, isShown)
        if (node.comments.length > 0)
          threads[slot] = threadOf(node, { id: `c${slot + 1}`, start, end: offset })
    }
  }

  visit(nodes, true)
  const told = withNumbers(pairMoves(suggestions), () => readNodes(nodes, 'accepted'))
  return { suggestions: told === suggestions ? suggestions : told.map(numbered), threads }
}

function numbered(suggestion: Suggestion, index: number): Suggestion {
  return { ...suggestion, id: `s${index + 1}` }
}

/** The changes from `index` on that are one suggestion: side by side, by one person at one time. */
export function groupAt(level: readonly ReviewNode[], index: number): readonly Change[] {
  const first = level[index]
  if (!isChange(first)) return []
  const { author, time } = attributionOf(first.comments)
  const group: Change[] = [first]
  if (author === null || time === null) return group
  for (let next = level[index + 1]; isChange(next); next = level[index + group.length]) {
    const other = attributionOf(next.comments)
    // What has been answered is an end: the answer is about what stands before it.
    if (other.author !== author || other.time !== time || group.at(-1)?.comments.length !== 1) break
    group.push(next)
  }
  return group
}

interface Place {
  readonly id: string
  readonly start: number
  readonly end: number
}

type Told = Omit<Suggestion, keyof Place>

/** What was said of nodes that are still the same, for a list is made anew after each change. */
const toldOf = new WeakMap<ReviewNode, Told>()
const threadsToldOf = new WeakMap<ReviewNode, Omit<Thread, keyof Place>>()

function suggestionOf(group: readonly Change[], place: Place): Suggestion {
  const [first] = group
  const known = first && toldOf.get(first)
  if (known && isSameGroup(known.nodes, group)) return { ...place, ...known }
  const told = tellGroup(group)
  if (first) toldOf.set(first, told)
  return { ...place, ...told }
}

function isSameGroup(a: readonly Change[], b: readonly Change[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index])
}

function tellGroup(group: readonly Change[]): Told {
  const signed = attributionOf(group[0]?.comments ?? [])
  const said = group.flatMap(({ comments }) => comments.map(readComment))
  const replies = said.filter(({ author, text }) => author === null || text !== '')
  let inserted = ''
  let deleted = ''
  for (const change of group) {
    if (change.kind === 'insertion') inserted += readNodes(change.children, 'accepted')
    else if (change.kind === 'deletion') deleted += readNodes(change.children, 'original')
    else {
      inserted += readNodes(change.now, 'accepted')
      deleted += readNodes(change.old, 'original')
    }
  }
  const kinds = new Set(group.map(({ kind }) => kind))
  const only = kinds.size === 1 ? group[0]?.kind : undefined
  return {
    kind: only === 'insertion' || only === 'deletion' ? only : 'replacement',
    ...signed,
    inserted,
    deleted,
    replies: replies.filter((comment) => !isResolution(comment)),
    isResolved: isClosed(said),
    nodes: group,
  }
}

function threadOf(
  node: Extract<ReviewNode, { kind: 'highlight' | 'comment' }>,
  place: Place,
): Thread {
  const known = threadsToldOf.get(node)
  if (known) return { ...place, ...known }
  const comments = node.comments.map(readComment)
  const children = node.kind === 'highlight' ? node.children : []
  const told = {
    comments: comments.filter((comment) => !isResolution(comment)),
    isResolved: isClosed(comments),
    quote: readNodes(children, 'accepted') || readNodes(children, 'original'),
    node,
  }
  threadsToldOf.set(node, told)
  return { ...place, ...told }
}
