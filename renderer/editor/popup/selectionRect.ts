/** Where the selection is on the screen, for something to stand beside it. */
export function selectionRect(): DOMRect {
  const selection = window.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  const rect = range?.getBoundingClientRect()
  if (rect && (rect.width > 0 || rect.height > 0)) return rect
  const element =
    range?.startContainer instanceof Element
      ? range.startContainer
      : range?.startContainer.parentElement
  return element?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0)
}
