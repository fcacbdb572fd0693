import { isArticleName } from '../../../shared/domain/fileName'
import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import type { Clock } from '../../ports/host'
import type { Watcher } from '../../ports/watcher'
import type { Events } from '../events'
import type { Catalogue } from './catalogue'
import { isShown } from './shown'
import { fileNameOf } from './summary'
import type { Tracking } from './tracking'

interface Needs {
  readonly files: FileStore
  readonly clock: Clock
  readonly watcher: Watcher
  readonly events: Events
  readonly tracking: Tracking
}

export interface Watching {
  /** Why changes by other programs may show late; `null` when they do not. */
  problem(): string | null
  stop(): Promise<void>
}

/** Programs write in several steps; what comes within this time is looked at once. */
const GATHER_MS = 50

/**
 * The files on the page are looked at this often, whatever the watcher says: the system's watchers
 * lose what happens within the same moment, and other machines' changes on some disks.
 */
const BEAT_MS = 1500

/** Keeps a catalogue true to its folder, and tells renderers of what other programs did there. */
export function watchCatalogue(
  root: Root,
  catalogue: Catalogue,
  { files, clock, watcher, events, tracking }: Needs,
): Watching {
  let paths: Set<FilePath> | null = new Set()
  let cancel: (() => void) | null = null
  let problem: string | null = null
  let stopped = false
  let looking = Promise.resolve()

  function changed(some: readonly FilePath[] | null): void {
    if (stopped) return
    if (some === null) paths = null
    else for (const path of some) if (isShown(path)) paths?.add(path)
    if (paths?.size === 0) return
    cancel ??= clock.after(GATHER_MS, () => {
      cancel = null
      const batch = paths
      paths = new Set()
      looking = looking.then(() => look(batch)).catch(() => undefined)
    })
  }

  async function look(batch: ReadonlySet<FilePath> | null): Promise<void> {
    if (stopped) return
    let isNews = false
    if (batch === null) isNews = await lookAtAll()
    else for (const path of batch) isNews = (await lookAt(path)) || isNews
    if (isNews && !stopped) events.emit('library.changed', {})
  }

  async function lookAtAll(): Promise<boolean> {
    const before = JSON.stringify(catalogue.known())
    return JSON.stringify(await catalogue.list()) !== before
  }

  async function lookAt(path: FilePath): Promise<boolean> {
    if (isArticleName(fileNameOf(path)) && !catalogue.hasFolder(path)) return catalogue.look(path)
    const state = await files.stat(root, path).catch(() => null)
    if (state?.isFolder) {
      if (catalogue.hasFolder(path)) return false
      await catalogue.list()
      return true
    }
    if (state !== null || !catalogue.hasFolder(path)) return false
    for (const inside of catalogue.pathsUnder(path)) await catalogue.look(inside)
    return true
  }

  let cancelBeat = clock.after(BEAT_MS, beat)
  function beat(): void {
    looking = looking
      .then(async () => {
        if (!stopped) for (const path of tracking.latest(root)) await catalogue.look(path)
      })
      .catch(() => undefined)
      .finally(() => {
        if (!stopped) cancelBeat = clock.after(BEAT_MS, beat)
      })
  }

  const watching = watcher
    .watch(root, {
      changed,
      degraded(reason) {
        problem = reason
        if (!stopped) events.emit('library.changed', {})
      },
    })
    .catch((error: unknown) => {
      problem = `Changes by other programs are not noticed here: ${String(error)}`
      return async () => undefined
    })

  return {
    problem: () => problem,
    async stop() {
      stopped = true
      cancel?.()
      cancelBeat()
      await (await watching)()
      await looking
    },
  }
}
