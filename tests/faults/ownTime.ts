/** How often the time is taken, and the most that passes between two looks at it. */
const TICK_MS = 5
const MOST_MS = 2 * TICK_MS

/**
 * Time as a process has it that shares its machine: it stands still while the event loop gets no turn,
 * and while the disk is at work, since both take as long as others leave them. What is left is what
 * Galley's own timers and turns make somebody wait, which is the same on a loaded machine as on an idle
 * one; a promise in milliseconds can be held to it exactly. Computing that holds the loop up is left
 * out, too: `npm run bench` measures it.
 */
export function startOwnTime({
  isDiskAtWork,
  onTick,
}: {
  isDiskAtWork(): boolean
  onTick(now: number): void
}): () => number {
  let own = 0
  let before = performance.now()
  setInterval(() => {
    const now = performance.now()
    if (!isDiskAtWork()) own += Math.min(now - before, MOST_MS)
    before = now
    onTick(own)
  }, TICK_MS)
  return () => own
}
