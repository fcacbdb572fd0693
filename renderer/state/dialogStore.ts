import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../shared/api/contract'
import type { ArticleId, ArticleSummary } from '../../shared/domain/article'
import type { ExportFormat } from '../../shared/domain/exports'
import type { Structure } from '../../shared/text/structure'

/** What can be compared: the page as it is, a kept version of its article, or a file. */
export type ComparedSide =
  | { readonly kind: 'page' }
  | { readonly kind: 'revision'; readonly n: number }
  | { readonly kind: 'file'; readonly id: ArticleId }

/** The one dialog that may be open. */
export type DialogState =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette'; readonly shows: 'commands' | 'articles' | 'headings' }
  | { readonly kind: 'new'; readonly folder: string }
  | { readonly kind: 'rename'; readonly article: ArticleSummary }
  | { readonly kind: 'move'; readonly article: ArticleSummary }
  | { readonly kind: 'openLibrary' }
  | {
      readonly kind: 'export'
      readonly article: ArticleSummary
      readonly format: ExportFormat
    }
  /** The page alone, as large as the window. */
  | { readonly kind: 'reading' }
  | { readonly kind: 'exportMany' }
  /** Asked before an article is left whose words could not be saved. */
  | {
      readonly kind: 'unsaved'
      readonly name: string
      readonly reason: string
      readonly leaving: 'article' | 'desk'
      answer(choice: 'stay' | 'leave'): void
    }
  /** What becomes of words that a crash left in no file, and that do not fit the file of now. */
  | { readonly kind: 'lost' }
  /** Offered for a plain text that seems to have had headings and lists. */
  | {
      readonly kind: 'structure'
      readonly structure: Structure
      readonly hasHeadline: boolean
      onAccept(declined: ReadonlySet<number>): void
      /** The text is to stay plain; absent where that needs nothing done. */
      onDecline?(): void
    }
  /** What an import brought, and what it left out. */
  | {
      readonly kind: 'imported'
      readonly fileName: string
      readonly articles: Output<'articles.import'>['articles']
      /** Sentences about files that could not be imported. */
      readonly failures: readonly string[]
    }
  | { readonly kind: 'compare'; readonly before: ComparedSide; readonly after: ComparedSide }
  | { readonly kind: 'returned' }
  /** Who is about to suggest or comment says their name first. */
  | { readonly kind: 'name'; then(): void }
  | { readonly kind: 'settings' }
  | { readonly kind: 'keys' }

export type DialogStore = StoreApi<{ readonly dialog: DialogState }>

export function createDialogStore(): DialogStore {
  return createStore<{ readonly dialog: DialogState }>(() => ({ dialog: { kind: 'none' } }))
}

export function showDialog(store: DialogStore, dialog: DialogState): void {
  const before = store.getState().dialog
  store.setState({ dialog })
  // A question that is pushed aside is answered the safe way.
  if (before.kind === 'unsaved' && before !== dialog) before.answer('stay')
}

export function closeDialog(store: DialogStore): void {
  showDialog(store, { kind: 'none' })
}
