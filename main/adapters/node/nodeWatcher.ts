import { stat } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import type { AsyncSubscription, Event } from '@parcel/watcher'
import type { Root } from '../../ports/fileStore'
import type { Clock } from '../../ports/host'
import type { Watcher, WatchListener } from '../../ports/watcher'

/** The part of the native watcher that is used; its binary may be missing for a platform. */
export type Subscribe = (
  root: string,
  hear: (error: Error | null, events: readonly Event[]) => void,
  options: { readonly ignore: string[] },
) => Promise<AsyncSubscription>

/** Folders of other programs that change much and hold no article. */
const IGNORED = ['**/.git/**', '**/node_modules/**', '**/.trash/**', '**/.galley/**']

const POLL_MS = 3000

async function subscribeNatively(...wish: Parameters<Subscribe>): Promise<AsyncSubscription> {
  const { default: watcher } = await import('@parcel/watcher')
  const [root, hear, options] = wish
  return watcher.subscribe(root, hear, options)
}

/** Which folder lies at a path, so that one made anew is told from the one before; null when none does. */
async function identityOf(root: Root): Promise<string | null> {
  try {
    const { dev, ino, birthtimeMs } = await stat(root)
    return `${dev}:${ino}:${birthtimeMs}`
  } catch {
    return null
  }
}

/** Hears of changes from the system, or looks every few seconds where the system will not tell. */
export function createNodeWatcher(clock: Clock, subscribe: Subscribe = subscribeNatively): Watcher {
  return {
    async watch(root, listener) {
      let subscription: AsyncSubscription | null = null
      let watched: string | null = null
      let poll: (() => void) | null = null
      let cancelLook: () => void = () => undefined
      let looking = Promise.resolve()
      let stopped = false

      function startPolling(error: unknown): void {
        if (poll !== null || stopped) return
        cancelLook()
        const reason = error instanceof Error ? error.message : String(error)
        poll = pollEvery(clock, listener)
        listener.degraded(
          `The system does not tell of changes in this folder (${reason}), so Galley looks every few seconds.`,
        )
      }

      async function begin(): Promise<void> {
        watched = await identityOf(root)
        try {
          subscription = await subscribe(root, hear, { ignore: IGNORED })
          if (stopped) await end()
          else lookLater()
        } catch (error) {
          startPolling(error)
        }
      }

      async function end(): Promise<void> {
        const ended = subscription
        subscription = null
        // Watching may have ended by itself when the folder went away.
        await ended?.unsubscribe().catch(() => undefined)
      }

      function hear(error: Error | null, events: readonly Event[]): void {
        if (stopped) return
        if (error === null) listener.changed(events.map(({ path }) => pathIn(root, path)))
        // A folder that went away may end its watching with an error: that is no lack of the system.
        else looking = looking.then(() => look(error)).catch(() => undefined)
      }

      function lookLater(): void {
        cancelLook()
        cancelLook = clock.after(POLL_MS, () => {
          looking = looking.then(() => look()).catch(() => undefined)
        })
      }

      /**
       * The system watches a folder and not a path: of one that comes in its place, as when a drive
       * is plugged in again or a sync program fetches all anew, it says nothing.
       */
      async function look(problem?: Error): Promise<void> {
        const now = await identityOf(root)
        if (stopped || poll !== null) return
        if (now === watched) {
          if (problem === undefined) lookLater()
          else startPolling(problem)
          return
        }
        await end()
        watched = now
        if (now === null) lookLater()
        else {
          await begin()
          listener.changed(null)
        }
      }

      await begin()
      return async () => {
        stopped = true
        poll?.()
        cancelLook()
        await looking
        await end()
      }
    },
  }
}

function pathIn(root: Root, path: string): string {
  return relative(root, path).split(sep).join('/')
}

function pollEvery(clock: Clock, listener: WatchListener): () => void {
  let cancel = clock.after(POLL_MS, look)
  function look(): void {
    listener.changed(null)
    cancel = clock.after(POLL_MS, look)
  }
  return () => cancel()
}
