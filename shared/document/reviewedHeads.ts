import { keyFor } from '../article'
import {
  type Decision,
  decideHeads,
  HEAD_SUGGESTIONS_KEY,
  type HeadField,
  type Heads,
  headRecords,
  headsOf,
  listHeads,
  rewordHead,
  type Suggestion,
  suggestedHead,
  suggestHead,
  withHeadComments,
} from '../review'
import type { ArticleDocument } from './articleDocument'

/** Headline and standfirst before and after something was decided about them. */
export interface HeadStep {
  readonly before: Heads
  readonly after: Heads
}

/** Headline and standfirst under review. The document keeps the originals, and beside them what is suggested. */
export interface ReviewedHeads {
  list(): readonly Suggestion[]
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
  /** What saying something else about a suggestion would come to; null where nothing changes. */
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
  let known: { readonly of: string; readonly heads: Heads; readonly listed: readonly Suggestion[] }
  known = { of: '', heads: headsOf(''), listed: [] }

  function now() {
    const of = document.frontMatter()
    if (known.of !== of) known = { of, heads: headsOf(of), listed: listHeads(of) }
    return known
  }

  const write = (suggestions: Heads['suggestions']): void =>
    document.setKey(HEAD_SUGGESTIONS_KEY, headRecords(suggestions))

  return {
    list: () => now().listed,
    field: (name) => suggestedHead(name, document.field(name), now().heads.suggestions),
    fieldAt(key) {
      const fields = document.frontMatterFields()
      return (['title', 'standfirst'] as const).find((name) => keyFor(name, fields) === key)
    },
    suggest(field, text, by) {
      const { suggestions } = now().heads
      write(suggestHead(suggestions, document.field(field), { field, text, ...by }))
    },
    edit(name, text) {
      const { suggestions } = now().heads
      const isSuggested = suggestions.some(({ field }) => field === name)
      // What is edited is what is shown, as in the text: the words that were suggested.
      if (isSuggested) write(rewordHead(suggestions, name, text))
      else document.setField(name, text)
    },
    plan(decisionOn) {
      const { heads, listed } = now()
      if (listed.length === 0) return null
      const after = decideHeads(heads, listed, decisionOn)
      return isSame(heads, after) ? null : { before: heads, after }
    },
    planComments(id, edit) {
      const { heads } = now()
      const after = { ...heads, suggestions: withHeadComments(heads.suggestions, id, edit) }
      return isSame(heads, after) ? null : { before: heads, after }
    },
    take(step, to) {
      const from = to === 'after' ? step.before : step.after
      if (!isSame(now().heads, from)) return
      const { title, standfirst, suggestions } = step[to]
      document.setField('title', title)
      document.setField('standfirst', standfirst)
      write(suggestions)
    },
    mentions: (handle) =>
      now().heads.suggestions.some(
        ({ author, comments = [] }) =>
          author === handle || comments.some((said) => said.startsWith(`@${handle} `)),
      ),
  }
}

function isSame(a: Heads, b: Heads): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
