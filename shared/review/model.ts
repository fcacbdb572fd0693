/** The fields above the text that are suggested as a whole. */
export type HeadField = 'title' | 'standfirst'

/** Text outside all review: as the file has it. */
export interface ReviewText {
  readonly kind: 'text'
  readonly text: string
}

/**
 * How a change is spelled. `plain`: `{++text++}`. `pilcrow`: `{++¶++}` before the line ends that it
 * stands for. With a line ending: the content has lines of its own between two pilcrows, so that a
 * fenced block inside still starts where a line starts.
 */
export type Form = 'plain' | 'pilcrow' | { readonly ending: string }

interface Noted {
  /** What stands between `{>>` and `<<}` directly after, as written; the first may attribute a change. */
  readonly comments: readonly string[]
}

export interface Insertion extends Noted {
  readonly kind: 'insertion'
  readonly form: Form
  readonly children: readonly ReviewNode[]
}

export interface Deletion extends Noted {
  readonly kind: 'deletion'
  readonly form: Form
  readonly children: readonly ReviewNode[]
}

export interface Substitution extends Noted {
  readonly kind: 'substitution'
  readonly form: Exclude<Form, 'pilcrow'>
  readonly old: readonly ReviewNode[]
  readonly now: readonly ReviewNode[]
}

/** Text with a thread of comments on it. */
export interface Highlight extends Noted {
  readonly kind: 'highlight'
  readonly children: readonly ReviewNode[]
}

/** A thread on a place. */
export interface PointComment extends Noted {
  readonly kind: 'comment'
}

export type Change = Insertion | Deletion | Substitution
export type ReviewNode = ReviewText | Change | Highlight | PointComment

/** An article with its review, parted from the front matter. */
export interface Review {
  readonly frontMatter: string
  readonly nodes: readonly ReviewNode[]
}

export function isChange(node: ReviewNode | undefined): node is Change {
  return node?.kind === 'insertion' || node?.kind === 'deletion' || node?.kind === 'substitution'
}

export function textNode(text: string): readonly ReviewText[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}
