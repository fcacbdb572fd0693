/** Names an article for as long as the backend runs; opaque to the renderer, never a path. */
export type ArticleId = string & { readonly __brand: 'ArticleId' }

/** Names a folder the backend has seen (a library root, or a place while browsing for one). */
export type FolderId = string & { readonly __brand: 'FolderId' }

/** Names one exact state of an article's file: the SHA-256 of its bytes, in lower-case hex. */
export type Revision = string & { readonly __brand: 'Revision' }

/** Where an article stands on its way to print; anything else in `status` is shown as written. */
export const STATUSES = [
  'idea',
  'draft',
  'in review',
  'changes requested',
  'approved',
  'final',
  'published',
] as const

/** Largest file that is opened as an article, in bytes; a book of a thousand pages has about two million. */
export const MAX_ARTICLE_BYTES = 10 * 1024 * 1024

/** One row of the library: what a list can show without opening the article. */
export interface ArticleSummary {
  readonly id: ArticleId
  /** File name with its extension, e.g. `peace-talks.md`. */
  readonly fileName: string
  /** Folder inside the library with `/` between parts; `''` for the top. */
  readonly folder: string
  /** The `title` of the front matter, else the first level-1 heading, else the file name without extension. */
  readonly title: string
  readonly standfirst: string
  /** First words of the body, at most 200 characters, for a row without a standfirst. */
  readonly excerpt: string
  /** As written in the front matter; `''` when absent. */
  readonly status: string
  /** Handle of who is to look at it now; absent when nobody is. */
  readonly reviewer?: string
  /** As written in the front matter; absent when it has none. */
  readonly slug?: string
  readonly words: number
  /** Last change of the file, in milliseconds since 1970. */
  readonly modified: number
  /** Size of the file in bytes. */
  readonly size: number
  /** Why the article cannot be opened, in a sentence for a person; absent for a readable one. */
  readonly problem?: string
}

/** An article as opened: the whole decoded file, from which a later save starts. */
export interface OpenedArticle {
  readonly summary: ArticleSummary
  /** The file's text, front matter included, without byte-order mark, line ends as in the file. */
  readonly text: string
  /** State of the file that `text` was read from. */
  readonly revision: Revision
  /** Why saving will be refused (a read-only file, say); absent when it may be saved. */
  readonly readOnly?: string
}
