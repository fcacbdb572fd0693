/** A paragraph of plain text: what stands on its own, be it a line or several wrapped ones. */
export interface Part {
  readonly text: string
  /** Columns the first line is indented by. */
  readonly indent: number
  /** Number of the run of lines that it stands in; blank lines part the runs. */
  readonly run: number
  /** How many parts that run has: 1 for a paragraph with blank lines on both sides. */
  readonly runLength: number
}

/** What a rule took some parts for. */
export type Reading =
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'byline'; readonly name: string; readonly text: string }
  | { readonly kind: 'standfirst'; readonly text: string }
  | { readonly kind: 'caption'; readonly alt: string; readonly caption: string }
  /** A paragraph that opens with its subject and a colon: the subject is set in bold. */
  | { readonly kind: 'lead'; readonly subject: string; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly ListItem[] }
  | { readonly kind: 'quotation'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'furniture'; readonly lines: readonly string[] }

export interface ListItem {
  readonly text: string
  /** 0 for the outermost list. */
  readonly depth: number
}

export type ReadingKind = Reading['kind']

/** One decision that a person may decline. */
export interface Decision {
  readonly id: number
  /** The first part it takes, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly reading: Reading
  /** Why the rule thinks so, for the person who is asked. */
  readonly reason: string
}

/** A plain text taken apart, and what its parts were taken for. */
export interface Structure {
  readonly parts: readonly Part[]
  /** In the order of the text; no two take the same part. */
  readonly decisions: readonly Decision[]
}

/** What a rule found; the caller numbers them. */
export type Finding = Omit<Decision, 'id'>

/** The finished text, piece by piece. */
export type Piece = Reading | { readonly kind: 'paragraph'; readonly text: string }
