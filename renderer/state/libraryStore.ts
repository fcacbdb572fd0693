import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../shared/api/contract'
import type { ArticleId, ArticleSummary } from '../../shared/domain/article'

/** The open library: which folder, and what to call it. */
export type Library = NonNullable<Output<'library.current'>>

export type LibraryLoad =
  /** Nothing is known yet. */
  | { readonly kind: 'starting' }
  /** A first start: no folder was ever chosen, or the last one is gone. */
  | { readonly kind: 'none'; readonly message: string | null }
  | { readonly kind: 'loading'; readonly library: Library }
  | { readonly kind: 'ready'; readonly library: Library }
  | { readonly kind: 'failed'; readonly library: Library; readonly message: string }

/** Whose turn it is, or how far an article is. */
export type LibraryChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'reviewer'; readonly reviewer: string }

export interface LibraryState {
  readonly load: LibraryLoad
  readonly articles: readonly ArticleSummary[]
  /** Every folder inside the library, also the empty ones. */
  readonly folders: readonly string[]
  /** Sentences about parts of the library that could not be read. */
  readonly problems: readonly string[]
  readonly filter: string
  /** Only articles of one status or one reviewer are listed. */
  readonly only: LibraryChoice
  readonly folded: ReadonlySet<string>
  /** The row that the keyboard is at; not always the open article. */
  readonly cursor: string | null
  /** Counts the listings asked for, so that an answer that was overtaken is dropped. */
  readonly listing: number
}

export type LibraryStore = StoreApi<LibraryState>

export function createLibraryStore(): LibraryStore {
  return createStore<LibraryState>(() => ({
    load: { kind: 'starting' },
    articles: [],
    folders: [],
    problems: [],
    filter: '',
    only: { kind: 'all' },
    folded: new Set(),
    cursor: null,
    listing: 0,
  }))
}

/** The library on the desk, whether or not its list could be read. */
export function libraryOf(load: LibraryLoad): Library | null {
  return load.kind === 'starting' || load.kind === 'none' ? null : load.library
}

/** Puts one article's new summary into the list, adding it when it is new. */
export function withSummary(
  articles: readonly ArticleSummary[],
  summary: ArticleSummary,
  replaces: ArticleId = summary.id,
): readonly ArticleSummary[] {
  const known = articles.some((article) => article.id === replaces)
  if (!known) return [...articles, summary]
  return articles.map((article) => (article.id === replaces ? summary : article))
}
