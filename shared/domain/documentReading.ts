/** A tracked change as the document tells it. */
export interface TrackedChange {
  readonly author: string
  /** ISO 8601; `''` when the document does not say. */
  readonly date: string
  readonly text: string
}

/** A comment of a document, or an answer to one. */
export interface DocumentComment {
  readonly id: string
  readonly author: string
  readonly date: string
  readonly text: string
  /** Id of the comment that it answers. */
  readonly answers?: string
  readonly isResolved: boolean
}

/** A comment's stretch of the document's words as they read with every change made. */
export interface CommentPlace {
  readonly start: number
  readonly end: number
}

/** A Word document as it was read: as HTML, and with its review when it has one. */
export interface DocumentReading {
  /** With every tracked change made. */
  readonly html: string
  readonly review?: DocumentReview
}

export interface DocumentReview {
  /** With no change made. */
  readonly original: string
  /** Then with those of one author more each, to the last, which has them all. */
  readonly layers: readonly { readonly author: string; readonly html: string }[]
  readonly changes: readonly TrackedChange[]
  readonly comments: readonly DocumentComment[]
  /** The words that the comments' places are places in. */
  readonly words: string
  readonly places: readonly (CommentPlace & { readonly id: string })[]
}
