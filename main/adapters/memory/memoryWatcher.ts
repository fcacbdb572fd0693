import type { FilePath } from '../../ports/fileStore'
import type { Watcher, WatchListener } from '../../ports/watcher'

/** A watcher that a test tells what changed. */
export interface MemoryWatcher extends Watcher {
  changed(paths: readonly FilePath[] | null): void
}

export function createMemoryWatcher(): MemoryWatcher {
  const listeners = new Set<WatchListener>()
  return {
    async watch(_root, listener) {
      listeners.add(listener)
      return async () => {
        listeners.delete(listener)
      }
    },
    changed(paths) {
      for (const listener of [...listeners]) listener.changed(paths)
    },
  }
}
