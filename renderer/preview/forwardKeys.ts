/**
 * Gives keys pressed in the preview to the desk, whose commands would else be out of reach there.
 * Plain keys stay: they scroll the page and move through its links.
 */
export function forwardKeys(page: Document, desk: Window): () => void {
  function onKeyDown(event: KeyboardEvent): void {
    const isCommand =
      event.ctrlKey || event.metaKey || event.altKey || /^(?:F\d+|Escape)$/.test(event.key)
    if (!isCommand) return
    const forwarded = new KeyboardEvent('keydown', {
      ...{ key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey },
      ...{ altKey: event.altKey, shiftKey: event.shiftKey, repeat: event.repeat },
      ...{ bubbles: true, cancelable: true },
    })
    if (!desk.document.body.dispatchEvent(forwarded)) event.preventDefault()
  }
  page.addEventListener('keydown', onKeyDown)
  return () => page.removeEventListener('keydown', onKeyDown)
}
