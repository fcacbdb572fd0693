import { isFieldMap, isList, keyFor, metaFrom, readFields, setFields } from '../article'
import { isClosed, isResolution, readComment } from './attribution'
import {
  commentsIn,
  commentsText,
  HEAD_THREADS_KEY,
  type HeadThread,
  headThreadsIn,
  listHeadThreads,
  threadRecords,
} from './headThreads'
import type { ReviewList, Suggestion } from './listed'
import type { HeadField } from './model'
import type { Reading } from './readings'
import type { Decision } from './resolve'

/** Another wording of the headline or the standfirst; each is made on what the one before it says. */
export interface HeadSuggestion {
  readonly field: HeadField
  readonly text: string
  readonly author: string | null
  readonly time: string | null
  /** What was said about it, as between `{>>` and `<<}` in the text. */
  readonly comments?: readonly string[]
}

/** The front matter's key for them; the field's own key keeps the original. */
export const HEAD_SUGGESTIONS_KEY = 'suggestions'

const MAY_HOLD_SUGGESTIONS = /^["']?suggestions\b/m
const MAY_HOLD_REVIEW = /^["']?(?:suggestions|threads)\b/m

/**
 * What is suggested for headline and standfirst, in the order of the file. A key of the same name
 * that holds anything else is another program's, and nothing is read from it.
 */
export function headSuggestionsIn(frontMatter: string): readonly HeadSuggestion[] {
  if (!MAY_HOLD_SUGGESTIONS.test(frontMatter)) return []
  const { fields, problem } = readFields(frontMatter)
  const list = fields.get(HEAD_SUGGESTIONS_KEY)
  if (problem !== undefined || !isList(list)) return []
  const read = list.map((item): HeadSuggestion | null => {
    if (!isFieldMap(item)) return null
    const { for: field, text = '', by = '', at = '', comments = '', ...more } = item
    const isWords = [text, by, at, comments].every((value) => typeof value === 'string')
    if (!isWords || Object.keys(more).length > 0) return null
    if (field !== 'title' && field !== 'standfirst') return null
    const said = commentsIn(String(comments))
    if (said === null) return null
    return {
      field,
      text: String(text),
      author: String(by) || null,
      time: String(at) || null,
      ...(said.length > 0 && { comments: said }),
    }
  })
  const known = read.filter((each) => each !== null)
  return known.length === read.length ? known : []
}

/** The front matter with these suggestions in place of those that it has; no other byte changes. */
export function withHeadSuggestions(
  frontMatter: string,
  suggestions: readonly HeadSuggestion[],
): string {
  return setFields(frontMatter, { [HEAD_SUGGESTIONS_KEY]: headRecords(suggestions) })
}

/** Suggestions as the front matter has them. */
export function headRecords(
  suggestions: readonly HeadSuggestion[],
): readonly Readonly<Record<string, string>>[] {
  return suggestions.map(({ field, text, author, time, comments = [] }) => ({
    for: field,
    text,
    by: author ?? '',
    at: time ?? '',
    ...(comments.length > 0 && { comments: commentsText(comments) }),
  }))
}

/** The suggestions with other comments on one of them, told by its id in the list. */
export function withHeadComments(
  suggestions: readonly HeadSuggestion[],
  id: string,
  edit: (comments: readonly string[]) => readonly string[],
): readonly HeadSuggestion[] {
  return suggestions.map((each, index) => {
    if (id !== headId(index)) return each
    const { comments: before = [], ...rest } = each
    const comments = edit(before)
    return comments.length === 0 ? rest : { ...rest, comments }
  })
}

function headId(index: number): string {
  return `h${index + 1}`
}

/** What a field says with every suggestion for it made: its last one, else what it was. */
export function suggestedHead(
  field: HeadField,
  original: string,
  suggestions: readonly HeadSuggestion[],
): string {
  return suggestions.findLast((each) => each.field === field)?.text ?? original
}

/** Someone's new wording of a field. It takes the place of the wording they gave last, if nobody came after. */
export function suggestHead(
  suggestions: readonly HeadSuggestion[],
  original: string,
  made: HeadSuggestion,
): readonly HeadSuggestion[] {
  const { field, author, text } = made
  const last = suggestions.findLast((each) => each.field === field)
  const isOwn = last !== undefined && last.author === author
  const others = isOwn ? suggestions.filter((each) => each !== last) : suggestions
  if (suggestedHead(field, original, others) === text) return others
  return isOwn
    ? suggestions.map((each) => (each === last ? { ...last, text } : each))
    : [...suggestions, made]
}

/** Rewords what a field says now without deciding it. */
export function rewordHead(
  suggestions: readonly HeadSuggestion[],
  field: HeadField,
  text: string,
): readonly HeadSuggestion[] {
  const last = suggestions.findLast((each) => each.field === field)
  return suggestions.map((each) => (each === last ? { ...last, text } : each))
}

const NO_HEADS: ReviewList = { suggestions: [], threads: [] }

/** The review of the head as cards and lists show it; `h1` is the first suggestion of the file. */
export function listHeads(frontMatter: string): ReviewList {
  if (!MAY_HOLD_REVIEW.test(frontMatter)) return NO_HEADS
  const heads = headsOf(frontMatter)
  const { suggestions, threads } = heads
  if (suggestions.length + threads.length === 0) return NO_HEADS
  const quoteOf = (field: HeadField): string => suggestedHead(field, heads[field], suggestions)
  return { suggestions: listed(heads), threads: listHeadThreads(threads, quoteOf) }
}

function listed({ suggestions, ...heads }: Heads): readonly Suggestion[] {
  const now: Record<HeadField, string> = { ...heads }
  return suggestions.map(({ field, text, author, time, comments = [] }, index): Suggestion => {
    const said = comments.map(readComment)
    const deleted = now[field]
    now[field] = text
    return {
      id: headId(index),
      head: field,
      kind: deleted === '' ? 'insertion' : text === '' ? 'deletion' : 'replacement',
      author,
      time,
      inserted: text,
      deleted,
      replies: said.filter((comment) => !isResolution(comment)),
      isResolved: isClosed(said),
      start: 0,
      end: 0,
      nodes: [],
    }
  })
}

/** Headline and standfirst as they stand, and what is suggested for them and said about them. */
export interface Heads {
  readonly title: string
  readonly standfirst: string
  readonly suggestions: readonly HeadSuggestion[]
  readonly threads: readonly HeadThread[]
}

export function headsOf(frontMatter: string): Heads {
  const { title, standfirst } = metaFrom(readFields(frontMatter).fields)
  const suggestions = headSuggestionsIn(frontMatter)
  return { title, standfirst, suggestions, threads: headThreadsIn(frontMatter) }
}

/**
 * The heads with some suggestions decided. An accepted wording takes those before it with it, so that
 * the order of deciding does not matter.
 */
export function decideHeads(
  heads: Heads,
  listed: readonly Suggestion[],
  decisionOn: (suggestion: Suggestion) => Decision,
): Heads {
  const decisions = heads.suggestions.map((_, index) => {
    const suggestion = listed.find(({ id }) => id === headId(index))
    return suggestion ? decisionOn(suggestion) : 'keep'
  })
  let now: Heads = { ...heads, suggestions: [] }
  heads.suggestions.forEach((each, index) => {
    if (decisions[index] === 'keep') now = { ...now, suggestions: [...now.suggestions, each] }
    if (decisions[index] !== 'accept') return
    const suggestions = now.suggestions.filter(({ field }) => field !== each.field)
    now = { ...now, [each.field]: each.text, suggestions }
  })
  return now
}

/** The front matter with its heads decided. */
export function withDecidedHeads(
  frontMatter: string,
  decisionOn: (suggestion: Suggestion) => Decision,
): string {
  const { suggestions } = listHeads(frontMatter)
  return suggestions.length === 0
    ? frontMatter
    : withHeads(frontMatter, decideHeads(headsOf(frontMatter), suggestions, decisionOn))
}

/** The front matter without what is said about headline and standfirst. */
export function withoutHeadThreads(frontMatter: string): string {
  return headThreadsIn(frontMatter).length === 0
    ? frontMatter
    : setFields(frontMatter, { [HEAD_THREADS_KEY]: [] })
}

/** The front matter in one reading, without a trace of what is suggested for it and said about it. */
export function readFrontMatter(frontMatter: string, reading: Reading): string {
  const decision = reading === 'accepted' ? 'accept' : 'reject'
  return withoutHeadThreads(withDecidedHeads(frontMatter, () => decision))
}

/** The front matter with these heads; what says the same is left as written. */
export function withHeads(frontMatter: string, heads: Heads): string {
  const { fields } = readFields(frontMatter)
  const before = headsOf(frontMatter)
  const { title, standfirst } = heads
  return setFields(frontMatter, {
    ...(before.title === title ? {} : { [keyFor('title', fields)]: title }),
    ...(before.standfirst === standfirst ? {} : { [keyFor('standfirst', fields)]: standfirst }),
    ...reviewKeys(before, heads),
  })
}

/** What the keys for the review of the head come to hold; another program's key of the name stays. */
export function reviewKeys(
  before: Heads,
  { suggestions, threads }: Heads,
): Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> {
  return {
    ...(before.suggestions.length + suggestions.length > 0 && {
      [HEAD_SUGGESTIONS_KEY]: headRecords(suggestions),
    }),
    ...(before.threads.length + threads.length > 0 && {
      [HEAD_THREADS_KEY]: threadRecords(threads),
    }),
  }
}
