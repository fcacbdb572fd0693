import type { Desk } from '../desk'
import { fileChanged } from './articleConflict'
import { leaveArticle, openArticle } from './articleOpening'
import { refreshLibrary } from './libraryOpening'

/** Answers what the backend tells unasked, until the returned function is called. */
export function listen(desk: Desk): () => void {
  const { client } = desk
  const stops = [
    client.subscribe('library.changed', () => void refreshLibrary(desk)),
    client.subscribe('article.changed', (change) => void fileChanged(desk, change)),
    client.subscribe('article.show', ({ id }) => void openArticle(desk, id)),
    client.subscribe('app.closing', () => {
      void leaveArticle(desk, 'desk').then((mayClose) => {
        if (mayClose) return client.call('app.closed', {})
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
