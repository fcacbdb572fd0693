import { vi } from 'vitest'

/** Looks this long before it gives up: a minute on a machine that is kept busy is a second on one that is not. */
const PATIENCE = { timeout: 120_000, interval: 20 }

/**
 * Looks again and again until a check holds, for as long as a slow machine may need. Each wait of a
 * test goes through here: only what never comes takes the whole time.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, PATIENCE)
}
