import type { EventPayload } from '../../../shared/api/contract'
import type { Desk } from '../desk'
import { settle, tell, warn } from '../noticesStore'
import { report } from '../problem'
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
    client.subscribe('links.left', (left) => offerLinks(desk, left)),
    client.subscribe('article.show', ({ id }) => void openArticle(desk, id)),
    client.subscribe('app.closing', () => {
      const say = (answer: 'saved' | 'asking' | 'staying') =>
        client.call('app.closed', { answer }).catch(() => undefined)
      // While a person is asked here, the host must neither lose patience nor ask a second time.
      void leaveArticle(desk, 'desk', () => void say('asking')).then((mayClose) =>
        say(mayClose ? 'saved' : 'staying'),
      )
    }),
  ]
  return () => {
    cancelRefresh?.()
    for (const stop of stops) stop()
  }
}

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ')

/** Another program renamed what others link to, or moved what links to others: nothing is written before the person has said so. */
function offerLinks(
  { client, stores }: Desk,
  { offer, moved, articles, strayed }: EventPayload<'links.left'>,
): void {
  const key = `links:${offer}`
  const [first] = moved
  const what =
    moved.length === 1 && first !== undefined
      ? first.from === first.to
        ? `“${first.to}” was moved to another folder`
        : `“${first.from}” is now called “${first.to}”`
      : `${moved.length} articles were moved`
  const follow = async (): Promise<void> => {
    settle(stores.notices, key)
    try {
      await client.call('links.follow', { offer })
    } catch (error) {
      report(stores.notices, key, error)
    }
  }
  const sentences = [
    `Another program changed names: ${what}.`,
    articles.length === 0 ? '' : `Links in ${named(articles)} lead nowhere now.`,
    strayed.length === 0
      ? ''
      : `${named(strayed)} ${strayed.length === 1 ? 'does' : 'do'} not find what ${strayed.length === 1 ? 'it links to or shows' : 'they link to or show'} from there.`,
  ]
  // A problem, so that it stays until it is answered.
  warn(stores.notices, {
    key,
    text: sentences.filter((sentence) => sentence !== '').join(' '),
    actions: [{ label: 'Change the links', run: () => void follow() }],
  })
}

/** Files other than the one renamed were written, which nobody should find out by chance. */
function tellOfLinks(
  { stores }: Desk,
  { fileName, changed, left }: EventPayload<'links.followed'>,
): void {
  const isOwn = changed.length === 1 && changed[0] === fileName
  const done =
    changed.length === 0
      ? ''
      : isOwn
        ? `Links and pictures in “${fileName}” lead again to where they led.`
        : `Links to “${fileName}” were changed in ${named(changed)}.`
  const not =
    left.length === 0
      ? ''
      : `They could not be changed in ${named(left)}; links there lead nowhere now.`
  const text = [done, not].filter((part) => part !== '').join(' ')
  tell(stores.notices, { key: `links:${isOwn ? 'in' : 'to'}:${fileName}`, text })
}
