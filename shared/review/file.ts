import { splitArticle } from '../article'
import { decide } from './deciding'
import { listHeads, readFrontMatter, withDecidedHeads } from './heads'
import { listReview } from './list'
import type { ReviewList, Suggestion } from './listed'
import type { Review } from './model'
import { parseReview } from './parse'
import { type Reading, readNodes } from './readings'
import type { Decision } from './resolve'
import { withoutReviewers } from './reviewers'

/** An article's text without a trace of its review, as the reading has it. */
export function cleanText(text: string, reading: Reading): string {
  const { frontMatter, nodes } = parseReview(text)
  return readFrontMatter(frontMatter, reading) + readNodes(nodes, reading)
}

/** The same for readers: not even who took part is in it. */
export function publishedText(text: string, reading: Reading): string {
  const { frontMatter, body } = splitArticle(cleanText(text, reading))
  const rest = withoutReviewers(frontMatter)
  // Front matter that was begun for the people goes whole, with the blank line after it.
  return rest === '' && frontMatter !== '' ? body.replace(/^(?:\r\n|\n|\r)/, '') : rest + body
}

/** Everything in a file's review: what is suggested for its head, or said about it, comes first. */
export function listFile({ frontMatter, nodes }: Review): ReviewList {
  return joinLists(listHeads(frontMatter), listReview(nodes))
}

/** The review of the head and that of the text as one. */
export function joinLists(head: ReviewList, text: ReviewList): ReviewList {
  if (head.suggestions.length + head.threads.length === 0) return text
  return {
    suggestions: [...head.suggestions, ...text.suggestions],
    threads: [...head.threads, ...text.threads],
  }
}

/** The review with some suggestions decided, in the head as in the text. */
export function decideFile(
  { frontMatter, nodes }: Review,
  decisionOn: (suggestion: Suggestion) => Decision,
): Review {
  return {
    frontMatter: withDecidedHeads(frontMatter, decisionOn),
    nodes: decide(nodes, decisionOn),
  }
}
