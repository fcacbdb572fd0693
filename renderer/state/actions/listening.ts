import type { EventPayload } from '../../../shared/api/contract'
import type { Desk } from '../desk'
import { tell } from '../noticesStore'
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
    client.subscribe('links.followed', (followed) => tellOfLinks(desk, followed)),
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

/** Files other than the one renamed were written, which nobody should find out by chance. */
function tellOfLinks(
  { stores }: Desk,
  { fileName, changed, left }: EventPayload<'links.followed'>,
): void {
  const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')
  const done =
    changed.length === 0 ? '' : `Links to “${fileName}” were changed in ${named(changed)}.`
  const not =
    left.length === 0
      ? ''
      : `They could not be changed in ${named(left)}; links there lead nowhere now.`
  const text = [done, not].filter((part) => part !== '').join(' ')
  tell(stores.notices, { key: `links:${fileName}`, text })
}
