import { splitArticle } from '../../shared/article'
import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import type { ArticleId } from '../../shared/domain/article'
import { features } from '../../shared/features'
import type { Action, ActionHost } from '../../shared/features/feature'
import { cleanText } from '../../shared/review'
import type { ArticleFinding, ArticleSession, Place } from '../state/articleSession'
import type { Clock } from '../state/clock'
import { blockActions } from './blockActions'
import { readCaret } from './caret'
import { historyActions } from './historyActions'
import { createOutline } from './outline'
import { parseBody } from './parseBody'
import { readCaretPlace, selectInBlock, selectPlace } from './place'
import { createScrolling, HEADER } from './scrolling'
import { onSelectedText } from './selectionText'
import { createSessionReview } from './sessionReview'
import { createGoal } from './writingGoal'

/** Everything an editor of articles can do, in menu order. */
export const ACTIONS: readonly Action[] = [
  ...historyActions,
  ...blockActions,
  ...features.flatMap((feature) => feature.actions),
]

export interface SessionOptions {
  readonly id: ArticleId
  readonly document: ReviewedDocument
  readonly clock: Clock
  readonly host: ActionHost
  readonly finding: ArticleFinding
  /** The element that scrolls the page; null before it is drawn. */
  scroller(): HTMLElement | null
}

/** The editor's side of the seam between desk and editor, for one open article. */
export function createSession({
  id,
  document,
  clock,
  host,
  finding,
  scroller,
}: SessionOptions): ArticleSession {
  const { editor } = document
  const outline = createOutline(editor, scroller)
  const scrolling = createScrolling(editor, scroller)
  const review = createSessionReview(document, clock, scroller)
  return {
    id,
    actions: ACTIONS,
    version: document.version,
    text: document.text,
    pieces: document.pieces,
    unwritten: document.unwritten,
    content: document.content,
    meta: () => document.content().meta,
    fields: document.frontMatterFields,
    setKey: document.setKey,
    frontMatter: document.frontMatter,
    ...(document.fieldsLocked === undefined ? {} : { fieldsLocked: document.fieldsLocked }),
    onChange: document.onChange,
    run: (action) => action.run(editor, host),
    caret: () => readCaret(editor),
    place: () => ({ ...readCaretPlace(editor), scroll: scroller()?.scrollTop ?? 0 }),
    async adopt(text, version) {
      const isCurrent = () => document.version() === version && !editor.isComposing()
      if (!isCurrent()) return 'stale'
      const tree = await parseBody(
        splitArticle(cleanText(text, 'accepted')).body,
        new AbortController().signal,
      )
      if (!isCurrent()) return 'stale'
      const place = scrolling.place()
      const root = editor.getRootElement()
      const focused = root?.contains(root.ownerDocument.activeElement) ?? false
      if (!document.adopt(text, { tree, focused })) return 'impossible'
      // What is above the view may be longer or shorter now; what is in it stays where it is.
      if (place !== null) scrolling.scrollTo(place)
      return 'done'
    },
    focus(place?: Place) {
      if (place) selectPlace(editor, place)
      editor.focus(() => {
        const element = scroller()
        if (place && element) element.scrollTop = place.scroll
      })
    },
    jumpTo(key, text) {
      if (key === HEADER) {
        scrolling.scrollTo({ key, fraction: 0 })
        scroller()?.querySelector<HTMLElement>('[data-article-header] textarea')?.focus()
        return
      }
      // Lexical only moves the selection, which takes the keys from another field but not from a
      // frame: after a press in the preview they would go nowhere.
      editor.getRootElement()?.focus({ preventScroll: true })
      selectInBlock(editor, key, text)
      editor.focus(() => scrolling.scrollTo({ key, fraction: 0 }))
    },
    scrolling,
    finding,
    outline,
    goal: createGoal(document),
    onSelectedText: (listener) => onSelectedText(editor, listener),
    review,
    dispose() {
      review.dispose()
      document.dispose()
    },
  }
}
