import type { Desk } from '../desk'
import { fileChanged, fileMoved } from './articleConflict'
import { leaveArticle, openArticle } from './articleOpening'
import { refreshLibrary } from './libraryOpening'

/** Changes come in swarms, and one's own saves are among them; one look at the list does for all. */
const GATHER_MS = 250

/** Answers what the backend tells unasked, until the returned function is called. */
export function listen(desk: Desk): () => void {
  const { client, clock } = desk
  let cancelRefresh: (() => void) | null = null
  const stops = [
    client.subscribe('library.changed', () => {
      cancelRefresh ??= clock.after(GATHER_MS, () => {
        cancelRefresh = null
        void refreshLibrary(desk)
      })
    }),
    client.subscribe('article.changed', (change) => void fileChanged(desk, change)),
    client.subscribe(
      'article.saved',
      (change) => void fileChanged(desk, { ...change, isOurs: true }),
    ),
    client.subscribe('article.moved', ({ summary }) => void fileMoved(desk, summary)),
    client.subscribe('article.show', ({ id }) => void openArticle(desk, id)),
    client.subscribe('app.closing', () => {
      void leaveArticle(desk, 'desk').then((mayClose) => {
        if (mayClose) return client.call('app.closed', {})
      })
    }),
  ]
  return () => {
    cancelRefresh?.()
    for (const stop of stops) stop()
  }
}
