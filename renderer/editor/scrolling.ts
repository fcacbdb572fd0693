import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical'
import type { ArticleScrolling, ScrollPlace } from '../state/articleSession'

/** The preview's name for what stands above the body. */
export const HEADER = 'header'

/** The first of `blocks` that reaches below `y`; they lie in order, so half of them are out each time. */
function firstBelow(blocks: HTMLCollection, y: number): Element | null {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    const block = blocks[middle]
    if (block !== undefined && block.getBoundingClientRect().bottom > y) high = middle
    else low = middle + 1
  }
  return blocks[low] ?? null
}

function placeIn(element: Element, key: string, y: number): ScrollPlace {
  const { top, height } = element.getBoundingClientRect()
  return { key, fraction: height > 0 ? Math.min(1, Math.max(0, (y - top) / height)) : 0 }
}

/** Tells which block is at the top of the page's view, and brings blocks there. */
export function createScrolling(
  editor: LexicalEditor,
  scroller: () => HTMLElement | null,
): ArticleScrolling {
  /** Where this page was scrolled to by a call; such a scroll is not told, or two panes would chase each other. */
  let own: number | null = null

  function headerOf(page: HTMLElement): Element | null {
    return page.querySelector('[data-article-header]')
  }

  function place(): ScrollPlace | null {
    const page = scroller()
    const root = editor.getRootElement()
    if (page === null || root === null) return null
    const y = page.getBoundingClientRect().top
    const header = headerOf(page)
    if (header !== null && header.getBoundingClientRect().bottom > y) {
      return placeIn(header, HEADER, y)
    }
    const block = firstBelow(root.children, y)
    if (block === null) return null
    const key = editor.read(() => $getNearestNodeFromDOMNode(block)?.getKey())
    return key === undefined ? null : placeIn(block, key, y)
  }

  function scrollOnce(page: HTMLElement, { key, fraction }: ScrollPlace): void {
    const element = key === HEADER ? headerOf(page) : editor.getElementByKey(key)
    if (element === null) return
    const { top, height } = element.getBoundingClientRect()
    // What is above the header belongs to the page's beginning.
    if (key === HEADER && fraction === 0) page.scrollTop = 0
    else page.scrollTop += top - page.getBoundingClientRect().top + height * fraction
    own = page.scrollTop
  }

  return {
    place,
    scrollTo(wanted) {
      const page = scroller()
      if (page === null) return
      scrollOnce(page, wanted)
      // Blocks that were out of sight have their real height only now.
      scrollOnce(page, wanted)
    },
    onScroll(listener) {
      const page = scroller()
      let frame = 0
      const tell = () => {
        frame = 0
        const isOwn = own !== null && page !== null && Math.abs(page.scrollTop - own) < 2
        own = null
        if (isOwn) return
        const now = place()
        if (now !== null) listener(now)
      }
      const scrolled = () => {
        frame ||= requestAnimationFrame(tell)
      }
      page?.addEventListener('scroll', scrolled, { passive: true })
      return () => {
        cancelAnimationFrame(frame)
        page?.removeEventListener('scroll', scrolled)
      }
    },
  }
}
