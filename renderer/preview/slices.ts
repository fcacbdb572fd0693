/** How long a slice of work may hold up the page, in milliseconds. */
const BUDGET = 6

/** Runs a task whose failure must not keep others from theirs. */
function attempt(task: () => void): void {
  try {
    task()
  } catch (error) {
    reportError(error)
  }
}

/** What waits for the next frame to be painted; one wait serves them all. */
let waiting: Set<() => void> | undefined

function wait(): Set<() => void> {
  const tasks = new Set<() => void>()
  requestAnimationFrame(() => {
    waiting = undefined
    const run = () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      for (const task of tasks) attempt(task)
    }
    const frame = requestAnimationFrame(run)
    const timer = setTimeout(run)
  })
  return tasks
}

/**
 * Runs `task` once the next frame has been painted, and before the one after it is: while keys and
 * frames follow each other closely, a browser leaves timers waiting. Returns the way to call it off.
 */
export function afterPaint(task: () => void): () => void {
  waiting ??= wait()
  const tasks = waiting
  const own = () => task()
  tasks.add(own)
  return () => tasks.delete(own)
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
