import type { Clock } from './clock'

/** A clock that stands still until it is moved, and then runs what fell due in order. */
export function createStepClock(): Clock & { advance(ms: number): void } {
  let time = 0
  const due = new Set<{ at: number; run: () => void }>()
  return {
    now: () => time,
    after(ms, run) {
      const entry = { at: time + ms, run }
      due.add(entry)
      return () => due.delete(entry)
    },
    advance(ms) {
      const end = time + ms
      for (;;) {
        const next = [...due].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        due.delete(next)
        time = Math.max(time, next.at)
        next.run()
      }
      time = end
    },
  }
}
