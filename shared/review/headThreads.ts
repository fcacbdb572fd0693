import { type Fields, isFieldMap, isList, readFields } from '../article'
import { isClosed, isResolution, readComment } from './attribution'
import type { Thread } from './listed'
import type { HeadField } from './model'
import { parseNodes } from './parse'
import { serialiseNodes } from './serialise'

/** What is said about the headline or the standfirst, each comment as between `{>>` and `<<}` in the text. */
export interface HeadThread {
  readonly field: HeadField
  readonly comments: readonly string[]
}

/** The front matter's key for them: there is no room for marks in a field that others read as it is. */
export const HEAD_THREADS_KEY = 'threads'

const MAY_HOLD_THREADS = /^["']?threads\b/m

/** The threads on headline and standfirst, in the order of the file; none from another program's key. */
export function headThreadsIn(frontMatter: string): readonly HeadThread[] {
  if (!MAY_HOLD_THREADS.test(frontMatter)) return []
  const { fields, problem } = readFields(frontMatter)
  return problem === undefined ? headThreadsOf(fields) : []
}

function headThreadsOf(fields: Fields): readonly HeadThread[] {
  const list = fields.get(HEAD_THREADS_KEY)
  if (!isList(list)) return []
  const read = list.map((item): HeadThread | null => {
    if (!isFieldMap(item)) return null
    const { for: field, comments, ...more } = item
    if (field !== 'title' && field !== 'standfirst') return null
    if (typeof comments !== 'string' || Object.keys(more).length > 0) return null
    const said = commentsIn(comments)
    return said === null || said.length === 0 ? null : { field, comments: said }
  })
  const known = read.filter((each) => each !== null)
  return known.length === read.length ? known : []
}

/** Whether nothing else stands where threads on the head are kept. */
export function hasRoomForThreads(fields: Fields): boolean {
  return !fields.has(HEAD_THREADS_KEY) || headThreadsOf(fields).length > 0
}

/** Threads as the front matter has them. */
export function threadRecords(
  threads: readonly HeadThread[],
): readonly Readonly<Record<string, string>>[] {
  return threads.map(({ field, comments }) => ({ for: field, comments: commentsText(comments) }))
}

/** The threads as cards and lists show them; `quoteOf` tells what a field says. */
export function listHeadThreads(
  threads: readonly HeadThread[],
  quoteOf: (field: HeadField) => string,
): readonly Thread[] {
  return threads.map(({ field, comments }, index): Thread => {
    const said = comments.map(readComment)
    return {
      id: threadId(index),
      head: field,
      comments: said.filter((comment) => !isResolution(comment)),
      isResolved: isClosed(said),
      quote: quoteOf(field),
      start: 0,
      end: 0,
      node: { kind: 'comment', comments },
    }
  })
}

/** The threads with other comments in one of them, told by its id in the list; with none it goes. */
export function withThreadComments(
  threads: readonly HeadThread[],
  id: string,
  edit: (comments: readonly string[]) => readonly string[],
): readonly HeadThread[] {
  return threads
    .map((each, index) =>
      id === threadId(index) ? { ...each, comments: edit(each.comments) } : each,
    )
    .filter(({ comments }) => comments.length > 0)
}

/** The threads of two copies: one that both have, told by how it begins, says what was said in either. */
export function joinThreads(
  mine: readonly HeadThread[],
  theirs: readonly HeadThread[],
): readonly HeadThread[] {
  const isSame = (a: HeadThread, b: HeadThread): boolean =>
    a.field === b.field && a.comments[0] === b.comments[0]
  return [
    ...mine.map((each) => {
      const said = theirs.filter((other) => isSame(each, other)).flatMap(({ comments }) => comments)
      return { ...each, comments: [...new Set([...each.comments, ...said])] }
    }),
    ...theirs.filter((other) => !mine.some((each) => isSame(each, other))),
  ]
}

function threadId(index: number): string {
  return `hc${index + 1}`
}

/** The comments in a text that holds nothing else; null for any other. */
export function commentsIn(text: string): readonly string[] | null {
  const nodes = parseNodes(text)
  if (nodes.length === 0) return []
  const [only, ...others] = nodes
  return only?.kind === 'comment' && others.length === 0 ? only.comments : null
}

/** Comments as one text, as they would stand in the article. */
export function commentsText(comments: readonly string[]): string {
  return serialiseNodes([{ kind: 'comment', comments }])
}
