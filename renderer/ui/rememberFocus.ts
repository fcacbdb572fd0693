/**
 * Notes what has the focus and where the caret is; the returned function brings both back. To focus an
 * editable page alone would put its caret at the beginning, if a field elsewhere had it meanwhile.
 */
export function rememberFocus(): () => void {
  const element = document.activeElement
  const selection = document.getSelection()
  if (!(element instanceof HTMLElement)) return () => undefined
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {}
  return () => {
    // What opened it may be gone (an entry of a menu); then the page decides.
    if (!element.isConnected) return
    element.focus({ preventScroll: true })
    if (!element.isContentEditable || selection === null) return
    if (!isWithin(element, anchorNode) || !isWithin(element, focusNode)) return
    selection.setBaseAndExtent(
      anchorNode,
      Math.min(anchorOffset ?? 0, lengthOf(anchorNode)),
      focusNode,
      Math.min(focusOffset ?? 0, lengthOf(focusNode)),
    )
  }
}

function isWithin(element: HTMLElement, node: Node | null | undefined): node is Node {
  return node != null && element.contains(node)
}

function lengthOf(node: Node): number {
  return node instanceof CharacterData ? node.length : node.childNodes.length
}
