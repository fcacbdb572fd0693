import { keyFor } from '../article'
import {
  type Decision,
  decideHeads,
  type HeadField,
  type Heads,
  hasRoomForThreads,
  headsOf,
  listHeads,
  type ReviewList,
  reviewKeys,
  rewordHead,
  type Suggestion,
  suggestedHead,
  suggestHead,
  withHeadComments,
  withThreadComments,
} from '../review'
import type { ArticleDocument } from './articleDocument'

/** Headline and standfirst before and after something was decided about them. */
export interface HeadStep {
  readonly before: Heads
  readonly after: Heads
}

/** Headline and standfirst under review. The document keeps the originals, and beside them what is suggested. */
export interface ReviewedHeads {
  list(): ReviewList
  /** What a field says with what is suggested for it. */
  field(name: HeadField): string
  /** The field that a key of the front matter is; undefined for any other key. */
  fieldAt(key: string): HeadField | undefined
  suggest(
    name: HeadField,
    text: string,
    by: { readonly author: string; readonly time: string },
  ): void
  edit(name: HeadField, text: string): void
  /** What deciding would come to; null where it decides nothing. */
  plan(decisionOn: (suggestion: Suggestion) => Decision): HeadStep | null
  /** What a comment on a field would come to; null where the front matter cannot hold it. */
  planThread(name: HeadField, comment: string): HeadStep | null
  /** What saying something else in a thread or about a suggestion would come to; null where nothing changes. */
  planComments(
    id: string,
    edit: (comments: readonly string[]) => readonly string[],
  ): HeadStep | null
  /** Goes from one side of a step to the other, unless someone has written on since. */
  take(step: HeadStep, to: keyof HeadStep): void
  /** Whether someone suggests or says anything here. */
  mentions(handle: string): boolean
}

export function createReviewedHeads(document: ArticleDocument): ReviewedHeads {
  let known: { readonly of: string; readonly heads: Heads; readonly listed: ReviewList }
  known = { of: '', heads: headsOf(''), listed: listHeads('') }

  function now() {
    const of = document.frontMatter()
    if (known.of !== of) known = { of, heads: headsOf(of), listed: listHeads(of) }
    return known
  }

  function write(changed: Partial<Heads>): void {
    const before = now().heads
    for (const [key, records] of Object.entries(reviewKeys(before, { ...before, ...changed }))) {
      document.setKey(key, records)
    }
  }

  return {
    list: () => now().listed,
    field: (name) => suggestedHead(name, document.field(name), now().heads.suggestions),
    fieldAt(key) {
      const fields = document.frontMatterFields()
      return (['title', 'standfirst'] as const).find((name) => keyFor(name, fields) === key)
    },
    suggest(field, text, by) {
      const { suggestions } = now().heads
      const made = { field, text, ...by }
      write({ suggestions: suggestHead(suggestions, document.field(field), made) })
    },
    edit(name, text) {
      const { suggestions } = now().heads
      const isSuggested = suggestions.some(({ field }) => field === name)
      // What is edited is what is shown, as in the text: the words that were suggested.
      if (isSuggested) write({ suggestions: rewordHead(suggestions, name, text) })
      else document.setField(name, text)
    },
    plan(decisionOn) {
      const { heads, listed } = now()
      if (listed.suggestions.length === 0) return null
      const after = decideHeads(heads, listed.suggestions, decisionOn)
      return isSame(heads, after) ? null : { before: heads, after }
    },
    planThread(field, comment) {
      const hasRoom = hasRoomForThreads(document.frontMatterFields())
      if (document.fieldsLocked !== undefined || !hasRoom) return null
      const { heads } = now()
      const threads = [...heads.threads, { field, comments: [comment] }]
      return { before: heads, after: { ...heads, threads } }
    },
    planComments(id, edit) {
      const { heads } = now()
      const after = {
        ...heads,
        suggestions: withHeadComments(heads.suggestions, id, edit),
        threads: withThreadComments(heads.threads, id, edit),
      }
      return isSame(heads, after) ? null : { before: heads, after }
    },
    take(step, to) {
      const from = to === 'after' ? step.before : step.after
      if (!isSame(now().heads, from)) return
      const { title, standfirst, ...review } = step[to]
      document.setField('title', title)
      document.setField('standfirst', standfirst)
      write(review)
    },
    mentions(handle) {
      const { suggestions, threads } = now().heads
      const said = [...suggestions, ...threads].flatMap(({ comments = [] }) => comments)
      return (
        suggestions.some(({ author }) => author === handle) ||
        said.some((comment) => comment.startsWith(`@${handle} `))
      )
    },
  }
}

function isSame(a: Heads, b: Heads): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
