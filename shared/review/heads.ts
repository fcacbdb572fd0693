import { isFieldMap, isList, keyFor, metaFrom, readFields, setFields } from '../article'
import { isClosed, isResolution, readComment } from './attribution'
import type { Suggestion } from './listed'
import type { HeadField } from './model'
import { parseNodes } from './parse'
import type { Reading } from './readings'
import type { Decision } from './resolve'
import { serialiseNodes } from './serialise'

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

/** The comments in a text that holds nothing else; null for any other. */
function commentsIn(text: string): readonly string[] | null {
  const nodes = parseNodes(text)
  if (nodes.length === 0) return []
  const [only, ...others] = nodes
  return only?.kind === 'comment' && others.length === 0 ? only.comments : null
}

function commentsText(comments: readonly string[]): string {
  return serialiseNodes([{ kind: 'comment', comments }])
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

/** The suggestions for the head as cards and lists show them; `h1` is the first of the file. */
export function listHeads(frontMatter: string): readonly Suggestion[] {
  const suggestions = headSuggestionsIn(frontMatter)
  if (suggestions.length === 0) return []
  const now: Record<HeadField, string> = { ...headsOf(frontMatter) }
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

/** Headline and standfirst as they stand, and what is suggested for them. */
export interface Heads {
  readonly title: string
  readonly standfirst: string
  readonly suggestions: readonly HeadSuggestion[]
}

export function headsOf(frontMatter: string): Heads {
  const { title, standfirst } = metaFrom(readFields(frontMatter).fields)
  return { title, standfirst, suggestions: headSuggestionsIn(frontMatter) }
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
  const listed = listHeads(frontMatter)
  return listed.length === 0
    ? frontMatter
    : withHeads(frontMatter, decideHeads(headsOf(frontMatter), listed, decisionOn))
}

/** The front matter in one reading, without a trace of what is suggested for it. */
export function readFrontMatter(frontMatter: string, reading: Reading): string {
  const decision = reading === 'accepted' ? 'accept' : 'reject'
  return withDecidedHeads(frontMatter, () => decision)
}

/** The front matter with these heads; what says the same is left as written. */
export function withHeads(frontMatter: string, { title, standfirst, suggestions }: Heads): string {
  const { fields } = readFields(frontMatter)
  const before = metaFrom(fields)
  return setFields(frontMatter, {
    ...(before.title === title ? {} : { [keyFor('title', fields)]: title }),
    ...(before.standfirst === standfirst ? {} : { [keyFor('standfirst', fields)]: standfirst }),
    [HEAD_SUGGESTIONS_KEY]: headRecords(suggestions),
  })
}
