export interface ClickListener {
  /** A link was clicked; nothing has been opened. */
  onOpenLink(url: string): void
  /** A piece of the article was clicked, outside any link. */
  onBlockClick(key: string): void
}

function isElement(target: EventTarget | null): target is Element {
  // Not instanceof: the page in the frame has an Element of its own.
  return target !== null && 'closest' in target
}

function showAnchor(page: Document, id: string): void {
  const target = page.getElementById(id)
  if (!target) return
  target.scrollIntoView({ block: 'center' })
  const focusable = target.closest<HTMLElement>('a, [tabindex]') ?? (target as HTMLElement)
  if (focusable.tabIndex < 0) focusable.tabIndex = -1
  focusable.focus({ preventScroll: true })
}

function isSelecting(page: Document): boolean {
  return page.getSelection()?.isCollapsed === false
}

/** Keeps links from leading anywhere by themselves. Returns the way to stop. */
export function listenToClicks(
  page: Document,
  keyOf: (node: Node) => string | null,
  { onOpenLink, onBlockClick }: ClickListener,
): () => void {
  function onClick(event: MouseEvent): void {
    if (!isElement(event.target)) return
    const link = event.target.closest('a[href]')
    if (link) {
      event.preventDefault()
      const href = link.getAttribute('href') ?? ''
      if (href.startsWith('#')) showAnchor(page, href.slice(1))
      else if (event.button === 0 || event.button === 1) onOpenLink(href)
      return
    }
    if (event.button !== 0 || isSelecting(page)) return
    for (let node: Node | null = event.target; node; node = node.parentNode) {
      const key = keyOf(node)
      if (key !== null) {
        onBlockClick(key)
        return
      }
    }
  }
  const dragLinks = (event: Event) => event.preventDefault()
  page.addEventListener('click', onClick)
  page.addEventListener('auxclick', onClick)
  page.addEventListener('dragstart', dragLinks)
  return () => {
    page.removeEventListener('click', onClick)
    page.removeEventListener('auxclick', onClick)
    page.removeEventListener('dragstart', dragLinks)
  }
}
