import { mergeArticles, resolve as resolveParts } from '../article/merge'
import { composeEdit } from './compose'
import { type Edit, editsBetween } from './edits'
import { listFile } from './file'
import { type HeadSuggestion, headsOf, readFrontMatter, withHeads } from './heads'
import { joinThreads } from './headThreads'
import { listReview } from './list'
import { type Change, isChange, type ReviewNode, type ReviewText, textNode } from './model'
import { parseNodes, parseReview } from './parse'
import { readNodes } from './readings'
import { joinTexts } from './resolve'
import { type Reviewer, reviewersIn, withReviewer } from './reviewers'
import { serialiseNodes, serialiseReview } from './serialise'
import { addComment } from './threads'

export interface ReturnedDraft {
  /** What the writer sent. */
  readonly base: string
  /** What the writer has made of it since. */
  readonly mine: string
  /** What came back. */
  readonly theirs: string
  /** In whose name, and when, what was changed without a mark is suggested. */
  readonly author: string
  readonly time: string
  /** Who that is, to be named in the article when anything is suggested so. */
  readonly editor?: Reviewer
}

/**
 * One article from a draft that the writer went on with and an editor's copy of it: the writer's
 * text stays as it is, and what the editor changed stands in it as suggestions. No word of either
 * is lost, and with every suggestion rejected it is the writer's text.
 */
export function mergeReturned({ base, mine, theirs, author, time, editor }: ReturnedDraft): string {
  const old = parseReview(base)
  const own = parseReview(mine)
  const back = parseReview(theirs)
  const mode = { kind: 'suggesting', author, timeAt: () => time } as const
  const start = readNodes(old.nodes, 'accepted')
  const written = readNodes(own.nodes, 'accepted')
  const marked = suggestionsOn(start, back.nodes, mode)
  const merged = editsBetween(start, written).reduceRight(
    (nodes, edit) => editOriginal(nodes, edit),
    marked,
  )
  const isPlain = listReview(own.nodes).suggestions.length === 0
  const again = parseNodes(serialiseNodes(merged))
  const isFaithful =
    readNodes(again, 'original') === written &&
    readNodes(again, 'accepted') === readNodes(merged, 'accepted')
  // The writer's copy has suggestions of its own, or the marks would not read back: the editor's
  // changes are then written into the writer's file anew.
  const nodes =
    isPlain && isFaithful
      ? withThreads(merged, own.nodes, false)
      : withThreads(composeEdit(own.nodes, readNodes(merged, 'accepted'), mode), marked, true)
  const heads = mergeHeads(old.frontMatter, own.frontMatter, back.frontMatter, { author, time })
  const { suggestions } = listFile({ frontMatter: heads, nodes })
  const isNamed = editor !== undefined && suggestions.some((each) => each.author === editor.handle)
  const people = [...reviewersIn(back.frontMatter), ...(isNamed ? [editor] : [])]
  return serialiseReview({ frontMatter: people.reduce(withReviewer, heads), nodes })
}

/** The editor's copy as suggestions on the text that was sent, also where it was changed unmarked. */
function suggestionsOn(
  start: string,
  nodes: readonly ReviewNode[],
  mode: Parameters<typeof composeEdit>[2],
): readonly ReviewNode[] {
  if (readNodes(nodes, 'original') === start) return nodes
  const made = composeEdit(textNode(start), readNodes(nodes, 'accepted'), mode)
  return withThreads(made, nodes, true)
}

/** Takes over the threads of another review; `isSame` when both show the same accepted text. */
function withThreads(
  nodes: readonly ReviewNode[],
  from: readonly ReviewNode[],
  isSame: boolean,
): readonly ReviewNode[] {
  const length = readNodes(nodes, 'accepted').length
  return listReview(from).threads.reduce((made, { node, quote, start, end }) => {
    if (node.kind === 'text') return made
    const text = readNodes(made, 'accepted')
    const found = isSame || quote === '' ? start : text.indexOf(quote)
    const at = Math.min(found === -1 ? start : found, length)
    const stretch = { start: at, end: found === -1 ? at : Math.min(at + end - start, length) }
    const [first = '', ...rest] = node.comments
    const added = addComment(made, stretch, [first, ...rest].join('<<}{>>'))
    return parseNodes(serialiseNodes(added))
  }, nodes)
}

/** The front matters as one. Headline and standfirst stay the writer's; the editor's are suggested. */
function mergeHeads(
  base: string,
  mine: string,
  theirs: string,
  by: { readonly author: string; readonly time: string },
): string {
  const [sent, back] = [headsOf(readFrontMatter(base, 'accepted')), headsOf(theirs)]
  const unmarked = (['title', 'standfirst'] as const).flatMap((field) =>
    back[field] === sent[field] ? [] : [{ field, text: back[field], ...by }],
  )
  const own = headsOf(mine)
  const isSame = (a: HeadSuggestion, b: HeadSuggestion): boolean =>
    a.field === b.field && a.text === b.text
  const suggested = [...unmarked, ...back.suggestions]
  const suggestions = [
    ...own.suggestions.map((each) => {
      const comments = suggested.filter((made) => isSame(each, made)).flatMap(saidOf)
      return { ...each, comments: [...new Set([...saidOf(each), ...comments])] }
    }),
    ...suggested.filter((made) => !own.suggestions.some((each) => isSame(each, made))),
  ]
  try {
    const plain = [base, mine, theirs].map((text) => readFrontMatter(text, 'original'))
    const [start = '', written = '', returned = ''] = plain
    const merged = mergeFrontMatter(
      start,
      written,
      withHeads(returned, { ...sent, suggestions: [], threads: [] }),
    )
    const threads = joinThreads(own.threads, back.threads)
    return withHeads(merged, { ...headsOf(merged), suggestions, threads })
  } catch {
    // Front matter that cannot be edited safely is merged as text.
    return mergeFrontMatter(base, mine, theirs)
  }
}

const saidOf = ({ comments = [] }: HeadSuggestion): readonly string[] => comments

function mergeFrontMatter(base: string, mine: string, theirs: string): string {
  const merged = mergeArticles({ base, mine, theirs }, (body) => (body === '' ? [] : [body]))
  if (merged.kind === 'clean') return merged.text
  return resolveParts(
    merged.parts,
    merged.parts.filter(({ kind }) => kind === 'conflict').map(() => 'both' as const),
  )
}

/** The review after an edit of the text that it is about; what was typed into a deletion is not deleted. */
function editOriginal(nodes: readonly ReviewNode[], edit: Edit): readonly ReviewNode[] {
  const put: ReviewText = { kind: 'text', text: edit.text }
  let offset = 0
  let isPut = edit.text === ''

  function walk(level: readonly ReviewNode[], isMarked = false): readonly ReviewNode[] {
    return level.flatMap((node): readonly ReviewNode[] => {
      switch (node.kind) {
        case 'text':
          return walkText(node.text, isMarked)
        case 'highlight': {
          const children = walk(node.children, isMarked)
          return children.length === 0
            ? [{ kind: 'comment', comments: node.comments }]
            : [{ ...node, children }]
        }
        case 'deletion':
          return apart(walk(node.children, true), (children, comments) =>
            children.length === 0
              ? []
              : [{ ...node, form: formOf(node, children), children, comments }],
          )(node.comments)
        case 'substitution':
          return substitution(node)
        default:
          return [node]
      }
    })
  }

  function substitution(node: Extract<Change, { kind: 'substitution' }>): readonly ReviewNode[] {
    const { form, now, comments } = node
    const old = walk(node.old, true)
    const at = old.indexOf(put)
    const before = at === -1 ? [] : old.slice(0, at)
    const after = at === -1 ? old : old.slice(at + 1)
    const signed = comments.slice(0, 1)
    return [
      ...(before.length === 0
        ? []
        : [{ kind: 'deletion', form, children: before, comments: signed } as const]),
      ...(at === -1 ? [] : [put]),
      after.length === 0
        ? { kind: 'insertion', form, children: now, comments }
        : { ...node, old: after },
    ]
  }

  function apart(
    children: readonly ReviewNode[],
    make: (children: readonly ReviewNode[], comments: readonly string[]) => readonly ReviewNode[],
  ): (comments: readonly string[]) => readonly ReviewNode[] {
    const at = children.indexOf(put)
    return (comments) =>
      at === -1
        ? make(children, comments)
        : [
            ...make(children.slice(0, at), comments.slice(0, 1)),
            put,
            ...make(children.slice(at + 1), comments),
          ]
  }

  function walkText(text: string, isMarked: boolean): readonly ReviewNode[] {
    const from = offset
    offset += text.length
    const cut = (place: number): number => Math.max(0, Math.min(text.length, place - from))
    const head = textNode(text.slice(0, cut(edit.start)))
    const tail = textNode(text.slice(cut(edit.end)))
    // What is put between two stands outside of what is marked, where it can.
    const isBetween = edit.start === edit.end && edit.start === offset && !isMarked
    const isHere = !isPut && from <= edit.start && (edit.start < offset || isBetween)
    if (isHere) isPut = true
    return isHere ? [...head, put, ...tail] : [...head, ...tail]
  }

  const edited = walk(nodes)
  return joinAll(isPut ? edited : [...edited, put])
}

function formOf(
  node: Extract<Change, { kind: 'deletion' }>,
  children: readonly ReviewNode[],
): typeof node.form {
  const isSame = readNodes(children, 'original') === readNodes(node.children, 'original')
  return node.form === 'pilcrow' && !isSame ? 'plain' : node.form
}

function joinAll(nodes: readonly ReviewNode[]): readonly ReviewNode[] {
  return joinTexts(
    nodes.map((node): ReviewNode => {
      if (isChange(node) && node.kind === 'substitution') {
        return { ...node, old: joinTexts(node.old), now: joinTexts(node.now) }
      }
      return node.kind === 'text' || node.kind === 'comment'
        ? node
        : { ...node, children: joinTexts(node.children) }
    }),
  )
}
