import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import type { SessionReview } from '../state/articleSession'
import type { Clock } from '../state/clock'
import { headElement, headOfCaret } from './headElement'
import { placing } from './marks/placing'
import { createReviewMarks } from './marks/reviewMarks'
import { blocksOf, placedBlocks, rangeIn, selectedStretch } from './reviewPlaces'

/** How far below the top of the view what is shown comes to stand. */
const ABOVE = 140

/** An article's review with its places on the page. */
export function createSessionReview(
  document: ReviewedDocument,
  clock: Clock,
  scroller: () => HTMLElement | null,
): SessionReview & { dispose(): void } {
  const marks = createReviewMarks(document, clock)
  return {
    ...document.review,
    selection: () => selectedStretch(document),
    head() {
      const head = headOfCaret(document)
      return head && { head, start: 0, end: 0 }
    },
    blockOf(stretch) {
      const [block] = blocksOf(placedBlocks(document), stretch)
      return block ? { start: block.start, end: block.end } : null
    },
    reviewers: () => document.frontMatter(),
    placing: (items) => placing(document, items, scroller),
    onMove(listener) {
      const element = scroller()
      element?.addEventListener('scroll', listener, { passive: true })
      window.addEventListener('resize', listener)
      return () => {
        element?.removeEventListener('scroll', listener)
        window.removeEventListener('resize', listener)
      }
    },
    scrollBy(distance) {
      scroller()?.scrollBy({ top: distance })
    },
    viewTop: () => scroller()?.getBoundingClientRect().top ?? 0,
    scrolled() {
      const element = scroller()
      const top = element?.scrollTop ?? 0
      const most = element === null ? 0 : element.scrollHeight - element.clientHeight
      return most <= 0 ? 0 : top / most
    },
    markAt: marks.atPoint,
    markAtCaret: marks.atCaret,
    show(on) {
      const isHead = on?.head !== undefined
      marks.point(isHead ? null : on)
      const element = scroller()
      if (on === null || !element) return
      const [block] = isHead ? [] : blocksOf(placedBlocks(document), on)
      const shown = isHead
        ? headElement(document, on.head)
        : block && (rangeIn(block, on) ?? block.element)
      if (!shown) return
      const box = shown.getBoundingClientRect()
      const view = element.getBoundingClientRect()
      if (box.top >= view.top && box.bottom <= view.bottom) return
      element.scrollTop += box.top - view.top - ABOVE
    },
    dispose: marks.dispose,
  }
}
