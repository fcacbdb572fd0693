import type { Element, ElementContent, Properties } from 'hast'
import { splitArticle } from '../../article'
import {
  cleanText,
  listReview,
  parseReview,
  type Review,
  type ReviewComment,
  type Reviewer,
  type ReviewNode,
  readFrontMatter,
  readNodes,
  reviewersIn,
  type Suggestion,
  type Thread,
} from '../../review'
import { wordPlaces } from '../../text/wordPlaces'
import { contentFromMarkdown } from '../export/content'
import { type Anchor, setAnchors } from './anchors'
import type { Moves } from './blocks'
import { compareContents } from './index'
import {
  type NestedDeletion,
  nestedMark,
  type Unnested,
  unnest,
  untold,
  withNestedMarks,
} from './nested'
import type { MarkedArticle } from './pieces'
import { changesIn, type ReviewedChange } from './reviewedChanges'
import { type ChangeElement, classesIn, isChangeElement, readMarked } from './words'

/** An article under review: both its texts in one, who changed what, and what was said about it. */
export interface MarkedReview {
  readonly article: MarkedArticle
  /** Each stands between two empty `span`s with its number, `dataThreadStart` and `dataThreadEnd`. */
  readonly threads: readonly MarkedThread[]
}

export interface MarkedThread {
  readonly number: number
  readonly comments: readonly SaidComment[]
  readonly isResolved: boolean
}

export interface SaidComment extends Pick<ReviewComment, 'time' | 'text'> {
  /** The name where the article knows it, else the handle. */
  readonly author: string
}

/** Marks an article's changes where they stand. With `moves` told it is for a reader, else for a program. */
export function markReview(file: string, moves: Moves = 'told'): MarkedReview {
  const review = parseReview(file)
  const first = markUnnested(file, moves, { ...review, ...unnest(review.nodes) })
  if (first.untold.size === 0) return first
  const some = unnest(review.nodes, first.untold)
  const second = markUnnested(file, moves, { ...review, ...some })
  return second.untold.size === 0 ? second : markUnnested(file, moves, { ...review, deletions: [] })
}

function markUnnested(
  file: string,
  moves: Moves,
  { frontMatter, nodes, deletions }: Review & Unnested,
): MarkedReview & { readonly untold: ReadonlySet<ReviewNode> } {
  const accepted = readFrontMatter(frontMatter, 'accepted') + readNodes(nodes, 'accepted')
  const original = cleanText(file, 'original')
  const people = reviewersIn(frontMatter)
  const article = compareContents(
    contentFromMarkdown(original),
    contentFromMarkdown(accepted),
    moves,
  )
  const elements = article.pieces.map(({ element }) => element)
  const spans: Spans = new Map()
  const texts = readMarked(elements, { change: (node, own) => spans.set(node, own) })
  const places = {
    ins: wordPlaces(texts.accepted, splitArticle(accepted).body),
    del: wordPlaces(texts.original, splitArticle(original).body),
  }
  const changes = changesIn(nodes)
  const owners = new Map<ReviewNode, Element[]>()
  const told = new Map<ReviewNode, string>()
  const signed = article.pieces.map(({ key, element }) => ({
    key,
    element: sign(element, { spans, places, changes, deletions, told, people, owners }),
  }))
  const { threads, anchors } = gatherThreads(nodes, owners, (offset) => places.ins.toFirst(offset))
  return {
    untold: untold(deletions, splitArticle(accepted).body, told),
    article: {
      ...article,
      pieces: setAnchors(signed, anchors).map(({ key, element }) => ({
        key,
        element: withNestedMarks(element),
      })),
    },
    threads: threads.map(({ comments, isResolved }, number) => ({
      number,
      isResolved,
      comments: comments.map(({ author, time, text }) => ({
        author: nameOf(author, people),
        time,
        text,
      })),
    })),
  }
}

type Spans = Map<ChangeElement, { readonly start: number; readonly end: number }>

interface Signing {
  readonly spans: Spans
  readonly places: Readonly<Record<'ins' | 'del', ReturnType<typeof wordPlaces>>>
  readonly changes: readonly ReviewedChange[]
  readonly deletions: readonly NestedDeletion[]
  /** Filled: what of each of them is shown. */
  readonly told: Map<ReviewNode, string>
  readonly people: readonly Reviewer[]
  /** Filled: where each change is shown. */
  readonly owners: Map<ReviewNode, Element[]>
}

function sign(node: Element, signing: Signing): Element {
  const children = node.children.flatMap((child): readonly ElementContent[] => {
    if (child.type !== 'element') return [child]
    return isChangeElement(child) ? signChange(child, signing) : [sign(child, signing)]
  })
  const isWhole = classesIn(node).some((name) => /^is-(?:inserted|deleted)$/.test(name))
  const by = isWhole ? firstSigned(children) : undefined
  const properties: Properties = by ? { ...node.properties, ...by } : node.properties
  return { ...node, properties, children }
}

function firstSigned(children: readonly ElementContent[]): Properties | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue
    const { dataAuthor, dataTime } = child.properties
    if (dataAuthor !== undefined) return { dataAuthor, ...(dataTime ? { dataTime } : {}) }
    const within = firstSigned(child.children)
    if (within) return within
  }
  return undefined
}

/** A mark over words of several people becomes one for each. */
function signChange(node: ChangeElement, signing: Signing): readonly ElementContent[] {
  const span = signing.spans.get(node)
  if (!span) return [node]
  const pieces: { owner: ReviewedChange | undefined; children: ElementContent[] }[] = []
  let offset = span.start
  const put = (shown: ElementContent, length: number): void => {
    const nested = node.tagName === 'ins' ? nestedAt(offset, signing) : undefined
    if (nested && shown.type === 'text') {
      signing.told.set(nested.node, (signing.told.get(nested.node) ?? '') + shown.value)
    }
    const content = nested ? nestedMark(signatureOf(nested, signing.people), shown) : shown
    const owner = ownerAt(node.tagName, { start: offset, end: offset + length }, signing)
    offset += length
    const last = pieces.at(-1)
    if (last && (last.owner === owner || owner === undefined)) last.children.push(content)
    else pieces.push({ owner, children: [content] })
  }
  for (const child of node.children) {
    if (child.type !== 'text') {
      put(child, lengthOf(child))
      continue
    }
    for (const [value] of child.value.matchAll(
      /[\p{L}\p{N}\p{M}]+[^\p{L}\p{N}\p{M}]*|[^\p{L}\p{N}\p{M}]+/gu,
    )) {
      for (const part of partsBetweenNested(node, value, offset, signing)) {
        put({ type: 'text', value: part }, part.length)
      }
    }
  }
  return pieces.map(({ owner, children }) => {
    const made: Element = {
      ...node,
      properties: { ...node.properties, ...signatureOf(owner, signing.people) },
      children: joinTexts(children),
    }
    if (owner) signing.owners.set(owner.node, [...(signing.owners.get(owner.node) ?? []), made])
    return made
  })
}

/** A word of which only a part is taken out again is two. */
function partsBetweenNested(
  { tagName }: ChangeElement,
  value: string,
  offset: number,
  signing: Signing,
): readonly string[] {
  if (tagName !== 'ins' || signing.deletions.length === 0) return [value]
  const parts: string[] = []
  let last: NestedDeletion | undefined | null = null
  for (let at = 0; at < value.length; at++) {
    const nested = nestedAt(offset + at, signing)
    if (nested === last) parts.push((parts.pop() ?? '') + value[at])
    else parts.push(value[at] ?? '')
    last = nested
  }
  return parts
}

function nestedAt(shown: number, { places, deletions }: Signing): NestedDeletion | undefined {
  if (deletions.length === 0) return undefined
  const place = places.ins.toSecond(shown)
  return deletions.find(({ start, end }) => start <= place && place < end)
}

function lengthOf(node: ElementContent): number {
  return readMarked([node]).accepted.length
}

function joinTexts(children: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = []
  for (const child of children) {
    const last = joined.at(-1)
    if (child.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', value: last.value + child.value }
    } else joined.push(child)
  }
  return joined
}

interface Range {
  readonly start: number
  readonly end: number
}

function ownerAt(
  side: 'ins' | 'del',
  shown: Range,
  { places, changes }: Signing,
): ReviewedChange | undefined {
  const start = places[side].toSecond(shown.start)
  const range = { start, end: Math.max(start, places[side].toSecond(shown.end)) }
  let best: ReviewedChange | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const change of changes) {
    const own = side === 'ins' ? change.inserted : change.deleted
    const shared = Math.min(own.end, range.end) - Math.max(own.start, range.start)
    // What lies over the words most closely; else what is nearest to them.
    const score = shared > 0 ? -shared / (1 + (own.end - own.start) / 1e6) : 1 - shared
    if (score < bestScore) {
      best = change
      bestScore = score
    }
  }
  return best
}

function signatureOf(
  owner: Pick<ReviewedChange, 'author' | 'time'> | undefined,
  people: readonly Reviewer[],
): Properties {
  if (!owner) return {}
  const name = nameOf(owner.author, people)
  const { time } = owner
  const day = time?.slice(0, 10)
  return {
    title: day === undefined ? name : `${name}, ${day}`,
    dataAuthor: name,
    ...(time === null ? {} : { dataTime: time }),
  }
}

export function nameOf(handle: string | null, people: readonly Reviewer[]): string {
  if (handle === null) return 'Unknown'
  return people.find((person) => person.handle === handle)?.name || handle
}

/** Threads on the text, and what was answered to suggestions. */
function gatherThreads(
  nodes: readonly ReviewNode[],
  owners: ReadonlyMap<ReviewNode, readonly Element[]>,
  placeOf: (offset: number) => number,
): {
  readonly threads: readonly Pick<Thread, 'comments' | 'isResolved'>[]
  readonly anchors: readonly Anchor[]
} {
  const list = listReview(nodes)
  const answered = list.suggestions.filter(({ replies }) => replies.length > 0)
  const threads = [
    ...list.threads,
    ...answered.map(({ replies, isResolved }) => ({ comments: replies, isResolved })),
  ]
  const anchors = [
    ...list.threads.map(({ start, end }, number): Anchor => {
      return { number, at: { start: placeOf(start), end: Math.max(placeOf(start), placeOf(end)) } }
    }),
    ...answered.map((suggestion, index): Anchor => {
      const number = list.threads.length + index
      const shown = shownAs(suggestion, owners)
      if (shown) return { number, at: { element: shown } }
      return { number, at: { start: placeOf(suggestion.start), end: placeOf(suggestion.end) } }
    }),
  ]
  return { threads, anchors }
}

function shownAs(
  { nodes }: Suggestion,
  owners: ReadonlyMap<ReviewNode, readonly Element[]>,
): Element | undefined {
  return nodes.flatMap((node) => owners.get(node) ?? [])[0]
}
