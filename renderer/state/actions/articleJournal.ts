import type { Output } from '../../../shared/api/contract'
import type { OpenedArticle } from '../../../shared/domain/article'
import type { ArticleSession } from '../articleSession'
import type { LostWords } from '../articleStore'
import type { Desk } from '../desk'
import { showDialog } from '../dialogStore'
import { createJournaling, type Journaling } from '../journaling'
import { settle, warn } from '../noticesStore'
import { problemOf } from '../problem'

interface OpenSession {
  readonly opened: OpenedArticle
  readonly session: ArticleSession
  isCurrent(): boolean
}

/** Keeps an open article's words safe from a crash, and brings back those that one left in no file. */
export function startJournal(
  desk: Desk,
  { opened, session, isCurrent }: OpenSession,
): { readonly journal: Journaling; stop(): void } {
  const { client, clock, stores } = desk
  const { id } = session
  // Two pages that show one article keep a journal each.
  const page = crypto.randomUUID()
  let holdsTaken = false
  const clear = (words: 'own' | 'taken') => client.call('journals.clear', { id, page, words })
  const journal = createJournaling({
    source: session,
    revision: opened.revision,
    clock,
    append: (entry) => client.call('journals.append', { id, page, holdsTaken, ...entry }),
    clear: () => (holdsTaken ? clear('taken').then(() => clear('own')) : clear('own')),
    problemOf,
    onState: (protection) => {
      if (isCurrent()) stores.article.setState({ protection })
    },
  })
  const stopAnswering = client.subscribe('journal.whose', ({ page: asked }) => {
    if (asked === page) client.call('journals.here', { page }).catch(() => undefined)
  })
  const settle: LostWords['settle'] = (how) => {
    if (how === 'on the page') {
      holdsTaken = true
      journal.took()
    } else clear('taken').catch(() => undefined)
  }
  client
    .call('journals.take', { id, page, revision: opened.revision })
    // A desk that cannot look goes on; what was kept stays where it is.
    .catch(() => null)
    .then((found) => {
      if (found === null || !isCurrent()) return undefined
      return giveBack(desk, { opened, session }, { ...found, settle })
    })
  return {
    journal,
    stop() {
      stopAnswering()
      void journal.idle().then(() => journal.dispose())
    },
  }
}

type Found = NonNullable<Output<'journals.take'>> & Pick<LostWords, 'settle'>

/** Puts words on the page that belong there; where the file is another by now, a person decides. */
async function giveBack(
  { stores }: Desk,
  { opened, session }: Omit<OpenSession, 'isCurrent'>,
  found: Found,
): Promise<void> {
  const { fits, text, baseText, written, settle: settleWords } = found
  const version = session.version()
  const isUntouched = session.text() === opened.text
  if (fits && isUntouched && (await session.adopt(text, version)) === 'done') {
    settleWords('on the page')
    const key = `recovered:${session.id}`
    warn(stores.notices, {
      key,
      text: `Galley stopped before your last changes to “${opened.summary.fileName}” were saved. They are back on the page.`,
      actions: [
        {
          label: 'Take them out again',
          run: () => {
            settle(stores.notices, key)
            void session.adopt(opened.text, session.version())
          },
        },
      ],
    })
    return
  }
  stores.article.setState({ lost: { text, baseText, written, settle: settleWords } })
  showDialog(stores.dialog, { kind: 'lost' })
}
