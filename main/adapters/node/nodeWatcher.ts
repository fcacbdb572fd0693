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

/** Hears of changes from the system, or looks every few seconds where the system will not tell. */
export function createNodeWatcher(clock: Clock, subscribe: Subscribe = subscribeNatively): Watcher {
  return {
    async watch(root, listener) {
      let poll: (() => void) | null = null
      let stopped = false

      function startPolling(error: unknown): void {
        if (poll !== null || stopped) return
        const reason = error instanceof Error ? error.message : String(error)
        poll = pollEvery(clock, listener)
        listener.degraded(
          `The system does not tell of changes in this folder (${reason}), so Galley looks every few seconds.`,
        )
      }

      const subscription = await subscribe(
        root,
        (error, events) => {
          if (stopped) return
          if (error === null) listener.changed(events.map(({ path }) => pathIn(root, path)))
          else startPolling(error)
        },
        { ignore: IGNORED },
      ).catch((error: unknown) => {
        startPolling(error)
        return null
      })

      return async () => {
        stopped = true
        poll?.()
        // Watching may have ended by itself when the folder went away.
        await subscription?.unsubscribe().catch(() => undefined)
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
