import type { Output } from '../../shared/api/contract'
import type { FieldInput, Fields } from '../../shared/article'
import type { ArticleContent, ArticleMeta } from '../../shared/document/content'
import type { OutlineEntry } from '../../shared/document/outline/outline'
import type { ArticleReview, Shown } from '../../shared/document/reviewedDocument'
import type { ArticleId, OpenedArticle } from '../../shared/domain/article'
import type { Action, CaretState } from '../../shared/features/feature'
import type { Stretch } from '../../shared/review'
import type { SaveSource } from './autosave'

/** Where a person was in one article: block, caret offset and scroll position. */
export type Place = NonNullable<Output<'session.place'>>

/** Which block is at the top of a view, and how much of it is above it already, from 0 to 1. */
export interface ScrollPlace {
  /** A block's key, or `header` for headline and standfirst. */
  readonly key: string
  readonly fraction: number
}

/** What keeps the page level with the preview. */
export interface ArticleScrolling {
  place(): ScrollPlace | null
  scrollTo(place: ScrollPlace): void
  /** Told of scrolling by the person, not by `scrollTo`. */
  onScroll(listener: (place: ScrollPlace) => void): () => void
}

/** How many words the open article is to have. */
export interface ArticleGoal {
  words(): number | null
  set(words: number | null): void
  /** Why it cannot be set; absent when it can. */
  readonly locked?: string
}

/** The open article's headings, and what can be done with their sections. */
export interface ArticleOutline {
  entries(): readonly OutlineEntry[]
  /** The heading that the caret stands under. */
  current(): OutlineEntry | null
  goTo(entry: OutlineEntry): void
  /** Moves a section in front of another, or to the end. */
  move(entry: OutlineEntry, before: OutlineEntry | null): void
  /** Raises or lowers a section's headings by one level. */
  shift(entry: OutlineEntry, by: 1 | -1): void
  /** Calls back a moment after headings or caret have changed; both may be as they were. */
  onChange(listener: () => void): () => void
}

/** Find and replace in the open article, as the shell's commands reach it. */
export interface ArticleFinding {
  open(shown: 'find' | 'replace'): void
  step(by: 1 | -1): void
}

/** The review of an open article, with its places on the page. */
export interface SessionReview extends ArticleReview {
  /** What is selected, as a stretch of the accepted text; null when the caret is not in the body. */
  selection(): Stretch | null
  /** The field above the text that the caret is in; null when it is elsewhere. */
  head(): Shown | null
  /** The block in which a stretch begins; null where the article has none. */
  blockOf(stretch: Stretch): Stretch | null
  /** Brings a stretch or a field into view and marks it; null marks nothing. */
  show(on: Shown | null): void
  /**
   * Finds the places of stretches on the page; what it returns tells how far down the window the
   * first line of each stands now, for those near the view.
   */
  placing(
    items: readonly { readonly id: string; readonly on: Shown }[],
  ): () => ReadonlyMap<string, number>
  /** Calls back when the page has been scrolled or its width has changed. */
  onMove(listener: () => void): () => void
  scrollBy(distance: number): void
  /** Where in the window the view of the page begins. */
  viewTop(): number
  /** How far the page is scrolled, from 0 to 1. */
  scrolled(): number
  /** Id of the suggestion or thread shown at a point of the window; null where there is none. */
  markAt(x: number, y: number): string | null
  /** The same for where the caret stands. */
  markAtCaret(): string | null
  /** The front matter, which names the people who take part. */
  reviewers(): string
}

/** An open article as the shell sees it: the editor's side of the seam between desk and editor. */
export interface ArticleSession extends SaveSource {
  readonly id: ArticleId
  /** Called after each change of what would be saved; must be cheap, it runs on keystrokes. */
  onChange(listener: () => void): () => void
  /** What would be saved, in parts; those that did not change are the same strings as before. */
  pieces(): readonly string[]
  /** Why it must not be saved as it stands; null is the rule. */
  unwritten(): string | null
  content(): ArticleContent
  meta(): ArticleMeta
  /** Every key of the front matter with its value; the same object until one changes. */
  fields(): Fields
  /** Sets a key of the front matter; nothing takes the key away. */
  setKey(key: string, value: FieldInput): void
  /** Why the front matter cannot be edited; absent when it can. */
  readonly fieldsLocked?: string
  /** The front matter as it would be saved now. */
  frontMatter(): string
  /** Everything the editor offers, in menu order. */
  readonly actions: readonly Action[]
  run(action: Action): void
  caret(): CaretState
  /** Where caret and page stand now, to return to on the next opening. */
  place(): Place
  /**
   * Shows another text of this article, with caret and scroll where they were, as one step of undo.
   * `stale`: the page is not at `version` any more, or someone is in the middle of a character.
   * `impossible`: only opening the article anew would show it.
   */
  adopt(text: string, version: number): Promise<'done' | 'stale' | 'impossible'>
  /** Puts the caret back where it was, or at `place`. */
  focus(place?: Place): void
  /** Puts the caret into a block, on `text` where the block has it, and brings it into view. */
  jumpTo(key: string, text: string): void
  readonly scrolling: ArticleScrolling
  readonly finding: ArticleFinding
  readonly outline: ArticleOutline
  readonly goal: ArticleGoal
  /** Called a moment after the selection has changed with what is selected, or null. */
  onSelectedText(listener: (text: string | null) => void): () => void
  readonly review: SessionReview
  dispose(): void
}

/** What the shell hands to `renderer/editor/Editor`. It is mounted anew (by `key`) for each opening. */
export interface EditorProps {
  readonly opened: OpenedArticle
  /** Where the person was when they left the article; `null` for a first visit. */
  readonly place: Place | null
  readonly headingKeys: Output<'settings.get'>['headingKeys']
  /** Called once with the session when the article is loaded, and with `null` before it goes away. */
  onSession(session: ArticleSession | null): void
}
