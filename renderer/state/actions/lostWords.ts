import type { Output } from '../../../shared/api/contract'
import type { Desk } from '../desk'
import { closeDialog } from '../dialogStore'
import { libraryOf } from '../libraryStore'
import { merge } from '../merging'
import { settle, tell, warn } from '../noticesStore'
import { report } from '../problem'
import { writeCopy } from './articleConflict'
import { openArticle } from './articleOpening'

/** Brings words that a crash left together with the file of now; where both differ, side by side. */
export async function bringTogether(desk: Desk): Promise<void> {
  const { lost, session, base } = desk.stores.article.getState()
  if (lost === null || session === null || base === null) return
  closeDialog(desk.stores.dialog)
  const theirs = base.get()
  const version = session.version()
  // What was typed since counts as the file's side: the page is to keep it.
  const now = session.text()
  const merged = await merge({ base: lost.baseText ?? now, mine: lost.text, theirs: now })
  if (merged.kind === 'clean') {
    if ((await session.adopt(merged.text, version)) !== 'done') return
    done(desk, 'on the page')
    tell(desk.stores.notices, {
      key: `lost:${session.id}`,
      text: 'What Galley had not saved and what the file says are both on the page. Undo takes it out again.',
    })
    return
  }
  // The other version stays in the journal until the page that is decided on has one.
  lost.settle('on the page')
  desk.stores.article.setState({
    lost: null,
    trouble: { kind: 'differs', theirs, shown: { parts: merged.parts, version } },
  })
}

/** Puts words that a crash left into an article of their own. */
export async function keepLostAsCopy(desk: Desk): Promise<void> {
  const { lost, summary, title } = desk.stores.article.getState()
  if (lost === null || summary === null) return
  const copy = await writeCopy(desk, summary, title, lost.text)
  if (copy === null) return
  closeDialog(desk.stores.dialog)
  done(desk, 'given up')
  tell(desk.stores.notices, {
    key: `copy:${copy.id}`,
    text: `The unsaved words are kept as “${copy.fileName}”.`,
    actions: [{ label: 'Open it', run: () => void openArticle(desk, copy.id) }],
  })
}

/** Gives up words that a crash left. */
export function dropLost(desk: Desk): void {
  closeDialog(desk.stores.dialog)
  done(desk, 'given up')
}

function done({ stores }: Desk, how: 'on the page' | 'given up'): void {
  stores.article.getState().lost?.settle(how)
  stores.article.setState({ lost: null })
}

type Pending = Output<'journals.pending'>['articles'][number]

/** Tells of articles, other than the open one, that have words which no file has. */
export async function tellOfLost(desk: Desk): Promise<void> {
  const { stores, client } = desk
  if (libraryOf(stores.library.getState().load) === null) return
  const pending = await client.call('journals.pending', {}).catch(() => null)
  if (pending === null) return
  const open = stores.article.getState().summary?.id
  for (const article of pending.articles) {
    if (article.id !== open) tellOf(desk, article)
  }
  for (const text of pending.problems) warn(stores.notices, { key: text, text })
}

function tellOf(desk: Desk, article: Pending): void {
  const key = `lost:${article.id}`
  const act = (run: () => Promise<unknown>) => () => {
    settle(desk.stores.notices, key)
    run().catch((error: unknown) => report(desk.stores.notices, key, error))
  }
  warn(desk.stores.notices, {
    key,
    text: article.isGone
      ? `Galley stopped before the last changes to “${article.fileName}” were saved, and its file is gone.`
      : `Galley stopped before the last changes to “${article.fileName}” were saved.`,
    actions: [
      article.isGone
        ? { label: 'Save as a new article', run: act(() => rescue(desk, article)) }
        : { label: 'Open it', run: act(() => openArticle(desk, article.id)) },
    ],
  })
}

/** Makes an article of words whose file is gone. */
async function rescue(desk: Desk, { id, fileName, folder }: Pending): Promise<void> {
  const { client } = desk
  const page = crypto.randomUUID()
  const found = await client.call('journals.take', { id, page, revision: null })
  if (found === null) return
  const title = fileName.replace(/\.[^.]+$/, '')
  const created = await client.call('articles.create', { folder, title })
  await client.call('articles.save', {
    id: created.summary.id,
    base: created.revision,
    text: found.text,
  })
  await client.call('journals.clear', { id, page, words: 'taken' })
  await openArticle(desk, created.summary.id)
}
