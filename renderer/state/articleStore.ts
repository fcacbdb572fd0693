import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MergePart } from '../../shared/article/merge'
import type {
  ArticleId,
  ArticleSummary,
  OpenedArticle,
  Revision,
} from '../../shared/domain/article'
import type { ArticleSession, Place } from './articleSession'
import type { Autosave, SaveState } from './autosave'
import type { Journaling, Protection } from './journaling'
import type { TextCount } from './wordCount'

/** What stands in the middle of the desk. */
export type ArticleView =
  | { readonly kind: 'none' }
  | { readonly kind: 'opening'; readonly id: ArticleId }
  | {
      readonly kind: 'failed'
      readonly id: ArticleId
      readonly name: string
      readonly message: string
    }
  | {
      readonly kind: 'open'
      readonly opened: OpenedArticle
      readonly place: Place
      /** Grows with each opening, so that the editor starts afresh also for the same article. */
      readonly opening: number
    }

/** The text of the file at one revision. */
export interface FileVersion {
  readonly revision: Revision
  readonly text: string
}

/**
 * What the page was last read from, saved as or brought together with: the next save starts from it,
 * and a merge compares both sides with it.
 */
export interface Base {
  get(): FileVersion
  set(version: FileVersion): void
}

/** What keeps the page from being saved until a person has decided. */
export type Trouble =
  | { readonly kind: 'none' }
  /** Another program deleted the file, or moved it where it was not found. */
  | { readonly kind: 'gone' }
  /** Another program left the file empty, as sync programs do that have not fetched it yet. */
  | { readonly kind: 'emptied'; readonly theirs: FileVersion }
  /** Another program changed the same words. `shown`: both versions are on the desk, to choose from. */
  | {
      readonly kind: 'differs'
      readonly theirs: FileVersion
      readonly shown: { readonly parts: readonly MergePart[]; readonly version: number } | null
    }

/** Words that a crash left in no file, while the file was changed by another program. */
export interface LostWords {
  readonly text: string
  /** What they were written on; `null` when it is not known. */
  readonly baseText: string | null
  /** When the last of them was written, in milliseconds since 1970. */
  readonly written: number
  /** They are on the page, or given up: nothing else needs to keep them. */
  settle(how: 'on the page' | 'given up'): void
}

/** An article beside the copy that a sync program made of it, for a person to choose from. */
export interface Comparing {
  readonly copy: ArticleSummary
  readonly tool: string
  readonly parts: readonly MergePart[]
}

export interface ArticleState {
  readonly view: ArticleView
  /** The editor's side of the open article; `null` until it has loaded. */
  readonly session: ArticleSession | null
  readonly autosave: Autosave | null
  readonly save: SaveState
  readonly base: Base | null
  readonly trouble: Trouble
  readonly comparing: Comparing | null
  readonly journal: Journaling | null
  /** Whether a crash would take words along. */
  readonly protection: Protection
  /** Waits for a person to decide what becomes of them. */
  readonly lost: LostWords | null
  /** The state of the file that the page was last read from or saved as. */
  readonly revision: Revision | null
  /** Name, folder and status as last heard from the backend. */
  readonly summary: ArticleSummary | null
  /** The headline as it stands on the page, `''` when there is none. */
  readonly title: string
  readonly words: number | null
  readonly characters: number | null
  /** The length of what is selected; `null` when nothing is. */
  readonly selected: TextCount | null
  /** How many words the article is to have, by its front matter. */
  readonly goal: number | null
  /** How often an article was put on the desk. */
  readonly openings: number
}

export type ArticleStore = StoreApi<ArticleState>

export const NO_ARTICLE: Omit<ArticleState, 'openings'> = {
  view: { kind: 'none' },
  session: null,
  autosave: null,
  save: { kind: 'clean' },
  base: null,
  trouble: { kind: 'none' },
  comparing: null,
  journal: null,
  protection: { kind: 'protected' },
  lost: null,
  revision: null,
  summary: null,
  title: '',
  words: null,
  characters: null,
  selected: null,
  goal: null,
}

export function createArticleStore(): ArticleStore {
  return createStore<ArticleState>(() => ({ ...NO_ARTICLE, openings: 0 }))
}

/** The article that is open or being opened. */
export function articleIdOf(view: ArticleView): ArticleId | null {
  switch (view.kind) {
    case 'none':
      return null
    case 'opening':
    case 'failed':
      return view.id
    case 'open':
      return view.opened.summary.id
  }
}
