/** Which piece is at the top of the view, and how much of it is already above it, from 0 to 1. */
export interface ScrollPlace {
  readonly key: string
  readonly fraction: number
}

export interface Scrolling {
  scrollTo(place: ScrollPlace): void
  stop(): void
}

interface Pieces {
  readonly article: Element
  nodesOf(key: string): readonly Element[]
  keyOf(child: Node): string | null
}

function firstBelow(article: Element, y: number): Element | null {
  const { children } = article
  let low = 0
  let high = children.length
  while (low < high) {
    const middle = (low + high) >> 1
    const child = children[middle]
    if (child && child.getBoundingClientRect().bottom > y) high = middle
    else low = middle + 1
  }
  return children[low] ?? null
}

function placeAt(pieces: Pieces, y: number): ScrollPlace | null {
  const child = firstBelow(pieces.article, y)
  const key = child ? pieces.keyOf(child) : null
  if (child === null || key === null) return null
  const { top, height } = child.getBoundingClientRect()
  return { key, fraction: height > 0 ? Math.min(Math.max((y - top) / height, 0), 1) : 0 }
}

/**
 * Tells where the person has scrolled to, and scrolls to places told. What it scrolled itself it
 * does not tell, or two panes that follow each other would never come to rest.
 */
export function createScrolling(
  page: Document,
  pieces: Pieces,
  onScroll: (place: ScrollPlace) => void,
): Scrolling {
  const view = page.defaultView
  let own: number | null = null
  let frame = 0

  const scrolled = () => page.scrollingElement?.scrollTop ?? 0

  function tell(): void {
    frame = 0
    const isOwn = own !== null && Math.abs(scrolled() - own) < 2
    own = null
    if (isOwn) return
    const place = placeAt(pieces, 0)
    if (place) onScroll(place)
  }

  // The desk's own frames: those of a page without scripts are not to be relied on.
  const onScrolled = () => {
    frame ||= requestAnimationFrame(tell)
  }
  page.addEventListener('scroll', onScrolled, { passive: true })

  function scrollOnce({ key, fraction }: ScrollPlace): void {
    const [node] = pieces.nodesOf(key)
    if (!node || !view) return
    const { top, height } = node.getBoundingClientRect()
    // What is above the first piece belongs to the page's beginning.
    const isBeginning = fraction === 0 && node === pieces.article.firstElementChild
    const target = isBeginning ? 0 : scrolled() + top + height * fraction
    view.scrollTo({ top: target, behavior: 'instant' })
    own = scrolled()
  }

  return {
    scrollTo(place) {
      scrollOnce(place)
      // Pieces that were out of view get their real height only now.
      scrollOnce(place)
    },
    stop() {
      cancelAnimationFrame(frame)
      page.removeEventListener('scroll', onScrolled)
    },
  }
}
