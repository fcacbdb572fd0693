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

/** A document as it was read: as HTML, with its review when it has one, and with what its page says of it. */
export interface DocumentReading {
  /** With every tracked change made. */
  readonly html: string
  readonly review?: DocumentReview
  readonly page?: PageReading
  readonly saved?: Saved
}

/** Who saved a document last, and when; `''` where it does not say. */
export interface Saved {
  readonly by: string
  readonly at: string
}

/** What a web page says of the article in it; an empty value is none. */
export interface PageReading {
  readonly title: string
  readonly standfirst: string
  readonly authors: readonly string[]
  readonly date: string
  readonly lang: string
  /** Address of the lead picture. */
  readonly image: string
  /** How many boxes around the article were left out. */
  readonly leftOut: number
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
