/** How long a slice of work may hold up the page, in milliseconds. */
const BUDGET = 6

/**
 * Runs `task` once the next frame has been painted, and before the one after it is: while keys and
 * frames follow each other closely, a browser leaves timers waiting. Returns the way to call it off.
 */
export function afterPaint(task: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const cancel = () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
  const run = () => {
    cancel()
    task()
  }
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run)
    timer = setTimeout(run)
  })
  return cancel
}

/** Brings something up to date, as often as asked and never more than once a frame. */
export interface Follower {
  /** It is out of date. */
  follow(): void
  stop(): void
}

/**
 * Runs work that can be paused in slices between frames, so that typing is never held up: not by
 * a change, and not by an article that is shown for the first time. Work that is under way is given
 * up for newer work, work that is only due is not put off: or keys pressed faster than frames are
 * painted would keep it from ever being done.
 */
export function createFollower(start: () => Iterator<void>): Follower {
  let state: 'idle' | 'due' | 'under way' = 'idle'
  let cancel: () => void = () => undefined

  function slice(work: Iterator<void>): void {
    const end = performance.now() + BUDGET
    // A step at least, or a busy machine would never come to one.
    do {
      if (work.next().done) {
        state = 'idle'
        return
      }
    } while (performance.now() < end)
    cancel = afterPaint(() => slice(work))
  }

  return {
    follow() {
      if (state === 'due') return
      cancel()
      state = 'due'
      cancel = afterPaint(() => {
        state = 'under way'
        slice(start())
      })
    },
    stop() {
      cancel()
      state = 'idle'
    },
  }
}
