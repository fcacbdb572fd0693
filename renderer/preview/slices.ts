/** How long a slice of work may hold up the page, in milliseconds. */
const BUDGET = 6

/** Runs `task` once the next frame has been painted. Returns the way to call it off. */
export function afterPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(task)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/**
 * Runs work that can be paused in slices between frames, so that typing is never held up: not by
 * a change, and not by an article that is shown for the first time.
 */
export function runAfterPaint(start: () => Iterator<void>): () => void {
  let stop: () => void = () => undefined
  const slice = (work: Iterator<void>) => {
    const end = performance.now() + BUDGET
    while (performance.now() < end) {
      if (work.next().done) return
    }
    stop = afterPaint(() => slice(work))
  }
  stop = afterPaint(() => slice(start()))
  return () => stop()
}
