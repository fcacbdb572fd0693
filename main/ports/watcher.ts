import type { FilePath, Root } from './fileStore'

export interface WatchListener {
  /** Paths that may have changed; `null` when anything may have. */
  changed(paths: readonly FilePath[] | null): void
  /** A sentence about how well the folder is watched from now on. */
  degraded(reason: string): void
}

export interface Watcher {
  /** Resolves with the function that stops watching, once changes are seen. */
  watch(root: Root, listener: WatchListener): Promise<() => Promise<void>>
}
