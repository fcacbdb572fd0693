/**
 * Runs inside the page: notes how long each keystroke takes until the frame that shows it is
 * drawn, and every task that blocks the page for over 50 ms.
 */
export interface Readings {
  /** Milliseconds from the key's arrival to the end of the next frame's layout and paint. */
  readonly keys: readonly number[]
  /** Tasks over 50 ms, in milliseconds. */
  readonly longTasks: readonly number[]
}

declare global {
  interface Window {
    galleyProbe: { readings(): Readings }
  }
}

const keys: number[] = []
const longTasks: number[] = []
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) longTasks.push(entry.duration)
})
observer.observe({ type: 'longtask' })
const drawn = new MessageChannel()
let start: number | undefined
/** A frame's callbacks run before its layout and paint. */
const onFrameDrawn = () => {
  if (start !== undefined) keys.push(performance.now() - start)
  start = undefined
}
drawn.port1.onmessage = onFrameDrawn
const onKey = () => {
  start = performance.now()
  requestAnimationFrame(() => {
    // Whichever comes first once the frame is drawn: a message, which has to wait where another
    // frame is asked for and comes at once, or that frame.
    drawn.port2.postMessage(null)
    requestAnimationFrame(onFrameDrawn)
  })
}
window.addEventListener('keydown', onKey, { capture: true })
window.galleyProbe = { readings: () => ({ keys, longTasks }) }
