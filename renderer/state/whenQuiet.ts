import type { Clock } from './clock'

export interface Quiet {
  /** Something happened; costs next to nothing, for it is said on every key. */
  note(): void
  stop(): void
}

/** Runs `run` once nothing has happened for `quiet` milliseconds, at the latest `most` after the first. */
export function whenQuiet(
  clock: Clock,
  run: () => void,
  { quiet, most }: { readonly quiet: number; readonly most: number },
): Quiet {
  let cancel: (() => void) | null = null
  let first = 0
  let last = 0

  function look(): void {
    cancel = null
    const now = clock.now()
    const wait = Math.min(last + quiet - now, first + most - now)
    if (wait > 0) cancel = clock.after(wait, look)
    else run()
  }

  return {
    note() {
      last = clock.now()
      if (cancel !== null) return
      first = last
      cancel = clock.after(quiet, look)
    },
    stop() {
      cancel?.()
      cancel = null
    },
  }
}
