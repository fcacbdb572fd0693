import type { GrowingFolder } from '../../main/ports/growingFolder'
import type { Clock } from '../../main/ports/host'

/** How often the time is taken, and the most that passes between two looks at it. */
const TICK_MS = 5
const MOST_MS = 2 * TICK_MS

/** A writer's own time, and its folder of journals, whose work it does not count. */
export interface OwnTime {
  now(): number
  readonly folder: GrowingFolder
  readonly clock: Clock
}

/**
 * Time as a process has it that shares its machine: it stands still while the event loop gets no turn,
 * and while the disk is at work, since both take as long as others leave them. What is left is what
 * Galley's own timers and turns make somebody wait, which is the same on a loaded machine as on an idle
 * one; a promise in milliseconds can be held to it exactly. Computing that holds the loop up is left
 * out, too: `npm run bench` measures it.
 */
export function startOwnTime(
  folder: GrowingFolder,
  { onTick }: { onTick(now: number): void },
): OwnTime {
  let own = 0
  let atWork = 0
  let before = performance.now()
  const waiting = new Set<{ readonly at: number; run(): void }>()
  setInterval(() => {
    const now = performance.now()
    if (atWork === 0) own += Math.min(now - before, MOST_MS)
    before = now
    for (const each of waiting) {
      if (each.at > own) continue
      waiting.delete(each)
      each.run()
    }
    onTick(own)
  }, TICK_MS)
  async function counted<T>(work: Promise<T>): Promise<T> {
    atWork += 1
    return work.finally(() => {
      atWork -= 1
    })
  }
  return {
    now: () => own,
    // Whatever a journal waits for is the disk: also a look at it, and taking it away.
    folder: {
      displayPath: folder.displayPath,
      list: () => counted(folder.list()),
      read: (...wish) => counted(folder.read(...wish)),
      append: (...wish) => counted(folder.append(...wish)),
      write: (...wish) => counted(folder.write(...wish)),
      remove: (...wish) => counted(folder.remove(...wish)),
    },
    // Dates are everybody's, delays are the writer's own: what waits for the disk no longer than so
    // many milliseconds would else be overtaken by a busy one.
    clock: {
      now: () => Date.now(),
      after(milliseconds, run) {
        const each = { at: own + milliseconds, run }
        waiting.add(each)
        return () => void waiting.delete(each)
      },
    },
  }
}
