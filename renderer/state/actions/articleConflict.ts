import type { ArticleId, ArticleSummary, Revision } from '../../../shared/domain/article'
import { articleIdOf } from '../articleStore'
import type { Desk } from '../desk'
import { withSummary } from '../libraryStore'
import { merge } from '../merging'
import { tell, warn } from '../noticesStore'
import { problemOf, report } from '../problem'
import { openArticle } from './articleOpening'
import { saveNow } from './articleSaving'
import { copyWords } from './copyWords'
import { goOnFrom, openPage, reconcile, takeVersion } from './reconciling'

/** The file of an article is not what was last seen: another program wrote, moved or deleted it. */
export async function fileChanged(
  desk: Desk,
  {
    id,
    revision,
    isOurs = false,
  }: {
    readonly id: ArticleId
    readonly revision: Revision | null
    /** Another page of this desk wrote it, or the desk itself: nobody needs to be told. */
    readonly isOurs?: boolean
  },
): Promise<void> {
  const { view } = desk.stores.article.getState()
  if (articleIdOf(view) !== id || view.kind !== 'open') return
  // The news may be of our own save, whose reply is under way.
  await desk.stores.article.getState().autosave?.idle()
  const { revision: known, trouble } = desk.stores.article.getState()
  if (revision === known && trouble.kind === 'none') return
  // Both versions are before the person's eyes; a newer one is met when they have decided.
  if (trouble.kind === 'differs' && trouble.shown !== null) return
  await reconcile(desk, { isQuiet: isOurs })
}

/** Another program gave the open article another place; the page stays and goes on with the file. */
export async function fileMoved(desk: Desk, summary: ArticleSummary): Promise<void> {
  const { view, summary: known, trouble } = desk.stores.article.getState()
  if (articleIdOf(view) !== summary.id) return
  desk.stores.article.setState({ summary })
  if (known !== null && (known.fileName !== summary.fileName || known.folder !== summary.folder)) {
    const place = summary.folder === '' ? summary.fileName : `${summary.folder}/${summary.fileName}`
    tell(desk.stores.notices, {
      key: `moved:${summary.id}`,
      text: `Another program moved “${known.fileName}” to “${place}”. It is saved there from now on.`,
    })
  }
  if (trouble.kind === 'gone') await reconcile(desk)
}

/** Shows both versions side by side; what can be brought together meanwhile is, and nothing is shown. */
export async function showVersions(desk: Desk): Promise<void> {
  await reconcile(desk)
  const { trouble } = desk.stores.article.getState()
  const page = openPage(desk)
  if (trouble.kind !== 'differs' || page === null) return
  const { theirs } = trouble
  const version = page.session.version()
  const mine = page.session.text()
  const merged = await merge({ base: page.base.get().text, mine, theirs: theirs.text })
  if (merged.kind === 'clean') {
    await takeVersion(desk, { text: merged.text, theirs })
    return
  }
  if (page.session.version() !== version) return showVersions(desk)
  desk.stores.article.setState({
    trouble: { kind: 'differs', theirs, shown: { parts: merged.parts, version } },
  })
}

/** Saves because a person said so, and asks them what only they can decide. */
export async function saveByHand(desk: Desk): Promise<void> {
  await saveNow(desk)
  const { trouble } = desk.stores.article.getState()
  if (trouble.kind === 'differs') await showVersions(desk)
  else if (trouble.kind === 'gone') await recreateFile(desk)
}

/** Goes back to the page with nothing decided. */
export function hideVersions({ stores }: Desk): void {
  const { trouble, session } = stores.article.getState()
  if (trouble.kind === 'differs') {
    stores.article.setState({ trouble: { ...trouble, shown: null } })
    session?.focus()
  }
}

/** Takes what a person made of both versions, and saves it on top of theirs. */
export async function decideVersions(desk: Desk, text: string): Promise<void> {
  const { trouble, session } = desk.stores.article.getState()
  if (trouble.kind !== 'differs') return
  if (!(await takeVersion(desk, { text, theirs: trouble.theirs }))) return
  await desk.stores.article.getState().autosave?.flush()
  session?.focus()
}

/** Puts the words of the page back into a file that another program emptied. */
export async function refillFile(desk: Desk): Promise<void> {
  const { trouble } = desk.stores.article.getState()
  if (trouble.kind === 'emptied') await goOnFrom(desk, trouble.theirs)
}

/** Takes the empty file for what the article now is; undo still brings the words back. */
export async function takeEmptied(desk: Desk): Promise<void> {
  const { trouble } = desk.stores.article.getState()
  if (trouble.kind !== 'emptied') return
  await takeVersion(desk, { text: trouble.theirs.text, theirs: trouble.theirs })
}

/** Makes the file of a deleted article again, in its old place. */
export async function recreateFile(desk: Desk): Promise<void> {
  const page = openPage(desk)
  if (page === null) return
  const text = page.session.text()
  try {
    const { revision, summary } = await desk.client.call('articles.recreate', {
      id: page.session.id,
      text,
    })
    desk.stores.library.setState(({ articles }) => ({ articles: withSummary(articles, summary) }))
    desk.stores.article.setState({ summary })
    await goOnFrom(desk, { revision, text })
  } catch (error) {
    report(desk.stores.notices, 'recreate', error)
    // Something has the name again: it is met like any other change.
    await reconcile(desk)
  }
}

/** Puts the words on the page into a file of their own, and goes on with that one. */
export async function keepMineAsCopy(desk: Desk): Promise<void> {
  const { session, autosave, journal, summary, title, view } = desk.stores.article.getState()
  if (session === null || summary === null) return
  const isReadOnly = view.kind === 'open' && view.opened.readOnly !== undefined
  const kind = isReadOnly ? 'copy' : 'my version'
  const copy = await writeCopy(desk, summary, title, session.text(), kind)
  if (copy === null) return
  autosave?.dispose()
  journal?.abandon()
  desk.stores.article.setState({ autosave: null, trouble: { kind: 'none' } })
  await openArticle(desk, copy.id)
  tell(desk.stores.notices, {
    key: `copy:${copy.id}`,
    text: `${isReadOnly ? 'A copy' : 'Your version'} is kept as “${copy.fileName}”.`,
  })
}

/** Puts a text into a new article beside another; `null`: it could not be, and a notice says why. */
export async function writeCopy(
  desk: Desk,
  original: ArticleSummary,
  title: string,
  text: string,
  kind = 'my version',
): Promise<ArticleSummary | null> {
  const { stores, client } = desk
  const name = `${title || original.fileName.replace(/\.[^.]+$/, '')} (${kind})`
  const createIn = (folder: string) => client.call('articles.create', { folder, title: name })
  try {
    // Beside it, or at the top of the library where its own folder takes nothing new.
    const created = await createIn(original.folder).catch((error: unknown) => {
      if (original.folder === '') throw error
      return createIn('')
    })
    const { summary } = await client.call('articles.save', {
      id: created.summary.id,
      base: created.revision,
      text,
    })
    stores.library.setState(({ articles }) => ({ articles: withSummary(articles, summary) }))
    return summary
  } catch (error) {
    // No folder of the library takes it, as on a disk that cannot be written to.
    warn(stores.notices, {
      key: 'copy',
      text: `No copy could be made in this library. ${problemOf(error)}`,
      actions: [{ label: 'Copy my words', run: () => void copyWords(desk) }],
    })
    return null
  }
}
