import { composeEdit, Unwritable } from './compose'
import { segmentsOf } from './composer'
import { listReview } from './list'
import type { Suggestion, Thread } from './listed'
import { isChange, type ReviewNode, textNode } from './model'
import { parseNodes } from './parse'
import { readNodes } from './readings'
import { type Decision, joinTexts, settleDecided } from './resolve'
import { serialiseNodes } from './serialise'
import { addComment, setComments } from './threads'

/**
 * The review with some suggestions decided; the others, and all comments on text that stays, are kept.
 * Throws `Entangled` where others could not be.
 */
export function decide(
  nodes: readonly ReviewNode[],
  decisionOn: (suggestion: Suggestion) => Decision,
): readonly ReviewNode[] {
  const settled = unescaped(settleDecided(nodes, decisionOn))
  if (readsBack(settled)) return settled
  return segmentsOf(settled).flatMap((segment) =>
    readsBack(segment.nodes) ? segment.nodes : writeAnew(segment.nodes),
  )
}

/** Accepts or rejects every suggestion, or every one of one author. */
export function decideAll(
  nodes: readonly ReviewNode[],
  decision: 'accept' | 'reject',
  author?: string,
): readonly ReviewNode[] {
  return decide(nodes, (suggestion) =>
    author === undefined || suggestion.author === author ? decision : 'keep',
  )
}

/** A backslash that came to stand before a mark would make words of it: it goes into the mark. */
function unescaped(level: readonly ReviewNode[]): readonly ReviewNode[] {
  const out: ReviewNode[] = []
  for (const node of level) {
    const last = out.at(-1)
    const made = withinUnescaped(node)
    if (made.kind === 'text' || last?.kind !== 'text' || !ENDS_ESCAPED.test(last.text)) {
      out.push(made)
      continue
    }
    out.pop()
    out.push(...textNode(last.text.slice(0, -1)), ...withBackslash(made))
  }
  return joinTexts(out)
}

const ENDS_ESCAPED = /(?<!\\)(?:\\\\)*\\$/
const BACKSLASH = textNode('\\')

function withinUnescaped(node: ReviewNode): ReviewNode {
  switch (node.kind) {
    case 'text':
    case 'comment':
      return node
    case 'substitution':
      return { ...node, old: unescaped(node.old), now: unescaped(node.now) }
    default:
      return { ...node, children: unescaped(node.children) }
  }
}

function withBackslash(
  node: Exclude<ReviewNode, { readonly kind: 'text' }>,
): readonly ReviewNode[] {
  const before = (nodes: readonly ReviewNode[]) => joinTexts([...BACKSLASH, ...nodes])
  switch (node.kind) {
    case 'comment':
      return [node, ...BACKSLASH]
    case 'highlight':
      return [{ ...node, children: before(node.children) }]
    case 'substitution':
      return [{ ...node, old: before(node.old), now: before(node.now) }]
    case 'insertion':
    case 'deletion': {
      const { form, children, comments } = node
      const [old, now] =
        node.kind === 'insertion' ? [BACKSLASH, before(children)] : [before(children), BACKSLASH]
      const lines = form === 'pilcrow' ? 'plain' : form
      return [{ kind: 'substitution', form: lines, old, now, comments }]
    }
  }
}

function readsBack(nodes: readonly ReviewNode[]): boolean {
  if (!nodes.some(isChange)) return true
  const again = parseNodes(serialiseNodes(nodes))
  return (['accepted', 'original'] as const).every(
    (reading) => readNodes(again, reading) === readNodes(nodes, reading),
  )
}

/**
 * What one person suggested within something that is code now is suggested as code in place of code,
 * and what was said there stands beside it. What several did cannot be written as one without taking
 * a decision from them.
 */
function writeAnew(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  const { suggestions, threads } = listReview(nodes)
  const authors = [...new Set(suggestions.map((each) => each.author))]
  const [author = null, ...others] = authors
  const time = suggestions[0]?.time ?? null
  if (author === null || time === null || others.length > 0) throw new Entangled(authors)
  const mode = { kind: 'suggesting', author, timeAt: () => time } as const
  const start = textNode(readNodes(nodes, 'original'))
  try {
    const made = composeEdit(start, readNodes(nodes, 'accepted'), mode)
    const said = suggestions.flatMap(({ nodes: own }) =>
      own.flatMap(({ comments }) => comments.slice(1)),
    )
    return threads.reduce(withThread, answered(made, said))
  } catch (error) {
    if (error instanceof Unwritable) throw new Entangled(authors)
    throw error
  }
}

function answered(nodes: readonly ReviewNode[], replies: readonly string[]): readonly ReviewNode[] {
  const last = nodes.findLast(isChange)
  if (!last || replies.length === 0) return nodes
  return setComments(nodes, last, [...last.comments, ...replies])
}

function withThread(
  nodes: readonly ReviewNode[],
  { node, start, end }: Thread,
): readonly ReviewNode[] {
  if (node.kind === 'text') return nodes
  const added = addComment(nodes, { start, end }, node.comments.join('<<}{>>'))
  return parseNodes(serialiseNodes(added))
}

/** A decision that would make code of what others still suggest, and so words of their marks. */
export class Entangled extends Error {
  /** Null stands for whoever used a program that does not say. */
  constructor(readonly authors: readonly (string | null)[]) {
    const names = authors.map((author) => (author === null ? 'someone' : `@${author}`))
    super(
      `That would make code of the text in which ${names.join(' and ')} ${names.length === 1 ? 'suggests' : 'suggest'} something. Decide that first, or all of it together.`,
    )
  }
}
