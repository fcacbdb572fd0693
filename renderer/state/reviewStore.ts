import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Shown } from '../../shared/document/reviewedDocument'

/** What is looked at in a review, and whether a comment is being written. */
export interface ReviewState {
  readonly isShown: boolean
  /** Whether cards stand beside their text or one below the other. */
  readonly view: 'margin' | 'list'
  /** Id of the suggestion or thread that is looked at. */
  readonly current: string | null
  /** What the comment in the making is about. */
  readonly commenting: Shown | null
}

export type ReviewStore = StoreApi<ReviewState>

export function createReviewStore(): ReviewStore {
  return createStore<ReviewState>(() => ({
    isShown: false,
    view: 'margin',
    current: null,
    commenting: null,
  }))
}
