import type {
  DocumentReading,
  DocumentReview,
  TrackedChange,
} from '../../../domain/documentReading'
import {
  addComment,
  attributionOf,
  type Change,
  listReview,
  parseNodes,
  type Reviewer,
  type ReviewNode,
  readNodes,
  resolution,
  serialiseNodes,
  signature,
  writeComment,
} from '../../../review'
import { wordPlaces } from '../../../text/wordPlaces'
import { type CarriedPicture, convertHtml } from '../../fromHtml'
import { type Imported, importHtml } from '../imported'
import { composeBlocks } from './composeBlocks'
import { handlesFor } from './handles'

/** Said of what the document gives no time for. */
const NO_TIME = '1970-01-01T00:00Z'

/** Makes an article of a Word document; its tracked changes and comments become the article's review. */
export function importDocument({ html, review, saved }: DocumentReading): Imported {
  const imported = { ...articleOf(html), ...(saved && { saved }) }
  if (!review) return imported
  const pictures = createPictures()
  const accepted = bodyOf(imported, pictures)
  const handles = handlesFor([
    ...review.changes.map(({ author }) => author),
    ...review.comments.map(({ author }) => author),
  ])
  const handleOf = (author: string): string => handles.get(author) ?? 'unknown'
  let nodes = textNodes(bodyOf(articleOf(review.original), pictures))
  for (const { author, html: layer } of review.layers) {
    const body = layer === html ? accepted : bodyOf(articleOf(layer), pictures)
    const time = timeOf(review.changes.findLast((change) => change.author === author)?.date)
    const mode = { kind: 'suggesting', author: handleOf(author), timeAt: () => time } as const
    nodes = composeBlocks(nodes, body, mode)
  }
  nodes = withTimes(nodes, review.changes, handleOf)
  nodes = withComments(nodes, review, handleOf)
  const reviewers = [...handles].map(([name, handle]): Reviewer => ({ handle, name, colour: '' }))
  return {
    ...imported,
    body: serialiseNodes(nodes),
    pictures: pictures.all(),
    reviewers,
    notes: [...imported.notes, reportOf(nodes, reviewers)],
  }
}

/** A subtitle under the headline is the standfirst; elsewhere it heads a section. */
function articleOf(html: string): Imported {
  const headed = withHeadlineFirst(html)
  const found = /^(\s*(?:<h1>.*?<\/h1>\s*)?)<p class="standfirst">(.*?)<\/p>/s.exec(headed)
  const [whole = '', before = '', inner = ''] = found ?? []
  const rest = before + headed.slice(whole.length)
  const standfirst = convertHtml(inner)?.markdown.replace(/\s+/g, ' ').trim() ?? ''
  const body = rest.replace(/<p class="standfirst">(.*?)<\/p>/gs, '<h2>$1</h2>')
  return importHtml(body, standfirst === '' ? { title: '' } : { title: '', standfirst })
}

/** A line above the headline, as of the section, comes after headline and standfirst. */
function withHeadlineFirst(html: string): string {
  return html.replace(ABOVE_HEADLINE, '$2$1')
}

const ABOVE_HEADLINE =
  /^\s*(<p>[^<]{1,60}<\/p>)\s*(<h1>.*?<\/h1>\s*(?:<p class="standfirst">.*?<\/p>)?)/s

function textNodes(text: string): readonly ReviewNode[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}

function bodyOf({ body, pictures }: Imported, known: Pictures): string {
  const text = body.replace(/carried-picture-\d+/g, (name) => known.nameOf(name, pictures)).trim()
  return text === '' ? '' : `${text}\n`
}

interface Pictures {
  /** The same picture has the same name in every reading. */
  nameOf(name: string, pictures: readonly CarriedPicture[]): string
  all(): readonly CarriedPicture[]
}

function createPictures(): Pictures {
  const byData = new Map<string, CarriedPicture>()
  return {
    nameOf(name, pictures) {
      const picture = pictures.find((each) => each.name === name)
      if (!picture) return name
      const known = byData.get(picture.base64)
      if (known) return known.name
      const own = { ...picture, name: `carried-picture-${byData.size + 1}` }
      byData.set(picture.base64, own)
      return own.name
    },
    all: () => [...byData.values()],
  }
}

/** A document's time as signatures have it: to the minute. */
function timeOf(date: string | undefined): string {
  const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(date ?? '')?.[0]
  return minute === undefined ? NO_TIME : `${minute}Z`
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

/** Gives each suggestion the time of the change that it was. */
function withTimes(
  nodes: readonly ReviewNode[],
  changes: readonly TrackedChange[],
  handleOf: (author: string) => string,
): readonly ReviewNode[] {
  const told = changes.map(({ author, date, text }) => ({
    handle: handleOf(author),
    time: timeOf(date),
    letters: letters(text),
  }))

  function timeFor(change: Change, author: string): string | undefined {
    const words = letters(
      change.kind === 'substitution'
        ? readNodes(change.now, 'accepted')
        : readNodes(change.children, change.kind === 'insertion' ? 'accepted' : 'original'),
    )
    if (words === '') return undefined
    const isTold = (each: (typeof told)[number]): boolean =>
      each.handle === author &&
      each.letters !== '' &&
      (each.letters.includes(words) || words.includes(each.letters))
    return told.find(isTold)?.time
  }

  // What has no words of its own was made with what stands before it.
  let last: { readonly author: string; readonly time: string } | null = null

  function timeOrLast(node: Change, author: string): string | undefined {
    const own = timeFor(node, author)
    if (own === undefined) return last?.author === author ? last.time : undefined
    last = { author, time: own }
    return own
  }

  function within(level: readonly ReviewNode[]): readonly ReviewNode[] {
    return level.map((node): ReviewNode => {
      if (node.kind === 'text' || node.kind === 'comment') return node
      if (node.kind === 'highlight') return { ...node, children: within(node.children) }
      const { author } = attributionOf(node.comments)
      const time = author === null ? undefined : timeOrLast(node, author)
      const comments =
        author === null || time === undefined
          ? node.comments
          : [signature(author, time), ...node.comments.slice(1)]
      return node.kind === 'substitution'
        ? { ...node, comments, old: within(node.old), now: within(node.now) }
        : { ...node, comments, children: within(node.children) }
    })
  }

  return within(nodes)
}

function withComments(
  nodes: readonly ReviewNode[],
  { comments, places, words }: DocumentReview,
  handleOf: (author: string) => string,
): readonly ReviewNode[] {
  if (comments.length === 0) return nodes
  const text = readNodes(nodes, 'accepted')
  const ties = wordPlaces(words, text)
  const first = comments.filter(({ answers }) => answers === undefined)
  return first.reduce((made, comment) => {
    const thread = [comment, ...comments.filter(({ answers }) => answers === comment.id)]
    const said = thread.map(({ author, date, text: words }) =>
      writeComment({ author: handleOf(author), time: timeOf(date), text: words }),
    )
    if (comment.isResolved) {
      const { author, date } = thread.at(-1) ?? comment
      said.push(resolution(handleOf(author), timeOf(date)))
    }
    const place = places.find(({ id }) => id === comment.id)
    const start = place ? ties.toSecond(place.start) : 0
    const end = place ? Math.max(start, ties.toSecond(place.end)) : 0
    return parseNodes(serialiseNodes(addComment(made, { start, end }, said.join('<<}{>>'))))
  }, nodes)
}

function reportOf(nodes: readonly ReviewNode[], reviewers: readonly Reviewer[]): string {
  const { suggestions, threads } = listReview(nodes)
  const counted = (count: number, noun: string): string =>
    `${count} ${noun}${count === 1 ? '' : 's'}`
  const names = reviewers.map(({ name }) => name).join(', ')
  return `Its review came along: ${counted(suggestions.length, 'suggestion')} and ${counted(threads.length, 'comment')} by ${names}.`
}
