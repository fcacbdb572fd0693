import type { Client, Output } from '../../shared/api/contract'
import { type ArticleStore, createArticleStore } from './articleStore'
import type { Clock } from './clock'
import { type ConnectionStore, createConnectionStore } from './connectionStore'
import { createDialogStore, type DialogStore } from './dialogStore'
import { createLayoutStore, type LayoutStore } from './layoutStore'
import { createLibraryStore, type LibraryStore } from './libraryStore'
import { createNoticesStore, type NoticesStore } from './noticesStore'
import { createReviewStore, type ReviewStore } from './reviewStore'

export interface Stores {
  readonly library: LibraryStore
  readonly article: ArticleStore
  readonly layout: LayoutStore
  readonly notices: NoticesStore
  readonly dialog: DialogStore
  readonly connection: ConnectionStore
  readonly review: ReviewStore
}

/** What the host can do, as it said at the start. */
export type HostInfo = Output<'app.info'>

/** What every action of the desk works with. */
export interface Desk {
  readonly stores: Stores
  readonly client: Client
  readonly clock: Clock
  readonly host: HostInfo
}

export function createStores(): Stores {
  return {
    library: createLibraryStore(),
    article: createArticleStore(),
    layout: createLayoutStore(),
    notices: createNoticesStore(),
    dialog: createDialogStore(),
    connection: createConnectionStore(),
    review: createReviewStore(),
  }
}
