/** Elements that show struck words beside their text. */
export const STRUCK = '[data-struck-before], [data-struck-after]'

function holds({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom
}

function rectsOfContents(element: Element): readonly DOMRect[] {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return [...range.getClientRects()]
}

/** The suggestion whose struck words are at a point of the window. They are no nodes: what is not text of their run is they. */
export function struckAtPoint(root: HTMLElement, x: number, y: number): string | null {
  const element = root.ownerDocument.elementFromPoint(x, y)?.closest<HTMLElement>(STRUCK)
  if (!element || !root.contains(element)) return null
  if (rectsOfContents(element).some((rect) => holds(rect, x, y))) return null
  const { struckBeforeId: before, struckAfterId: after } = element.dataset
  if (before === undefined || after === undefined) return before ?? after ?? null
  const [first] = rectsOfContents(element)
  const isAbove = first !== undefined && (y < first.top || (y <= first.bottom && x < first.left))
  return isAbove ? before : after
}

/** The suggestion whose struck words the caret stands beside. */
export function struckAtCaret(node: Node, offset: number): string | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    STRUCK,
  )
  const text = node.textContent ?? ''
  const isAtStart = text.slice(0, offset).trim() === ''
  const isAtEnd = node instanceof Text ? text.slice(offset).trim() === '' : offset > 0
  if (element && isAtStart && element.dataset.struckBeforeId) return element.dataset.struckBeforeId
  if (!isAtEnd) return null
  if (element?.dataset.struckAfterId) return element.dataset.struckAfterId
  const next = node.parentElement?.nextElementSibling
  return next instanceof HTMLElement ? (next.dataset.struckBeforeId ?? null) : null
}

/** Whether a point of the window lies on a range's letters. */
export function isOn(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some((rect) => holds(rect, x, y))
}
