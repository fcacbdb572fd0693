import { countWords } from '../text/countWords'
import type { ReviewList } from './listed'

/** What one person suggested. */
export interface AuthorSummary {
  /** Null for what another program marked. */
  readonly author: string | null
  readonly suggestions: number
  /** How many of them move something: no word comes or goes then. */
  readonly moves: number
  readonly added: number
  readonly removed: number
}

export interface ReviewSummary {
  readonly openThreads: number
  readonly resolvedThreads: number
  readonly suggestions: number
  readonly moves: number
  /** Words that would come and go if all were accepted. */
  readonly added: number
  readonly removed: number
  /** Who suggested most comes first. */
  readonly byAuthor: readonly AuthorSummary[]
}

/** What a review comes to: threads that wait for an answer, and whose suggestions change how much. */
export function summariseReview({ suggestions, threads }: ReviewList): ReviewSummary {
  const authors = new Map<string | null, AuthorSummary>()
  for (const { author, kind, inserted, deleted } of suggestions) {
    const known = authors.get(author) ?? { author, suggestions: 0, moves: 0, added: 0, removed: 0 }
    const isMove = kind === 'move'
    authors.set(author, {
      author,
      suggestions: known.suggestions + 1,
      moves: known.moves + (isMove ? 1 : 0),
      added: known.added + (isMove ? 0 : countWords(inserted)),
      removed: known.removed + (isMove ? 0 : countWords(deleted)),
    })
  }
  const byAuthor = [...authors.values()].sort((a, b) => b.suggestions - a.suggestions)
  const openThreads = threads.filter(({ isResolved }) => !isResolved).length
  return {
    openThreads,
    resolvedThreads: threads.length - openThreads,
    suggestions: suggestions.length,
    moves: byAuthor.reduce((sum, each) => sum + each.moves, 0),
    added: byAuthor.reduce((sum, each) => sum + each.added, 0),
    removed: byAuthor.reduce((sum, each) => sum + each.removed, 0),
    byAuthor,
  }
}
