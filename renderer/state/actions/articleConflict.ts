import type { ArticleId, ArticleSummary, Revision } from '../../../shared/domain/article'
import { articleIdOf } from '../articleStore'
import type { Desk } from '../desk'
import { closeDialog } from '../dialogStore'
import { withSummary } from '../libraryStore'
import { settle, tell, warn } from '../noticesStore'
import { report } from '../problem'
import { openArticle, reopenArticle } from './articleOpening'

/** Puts the words on the page into a file of their own, and goes on with that one. */
export async function keepMineAsCopy(desk: Desk): Promise<void> {
  const { session, autosave, summary, title } = desk.stores.article.getState()
  if (session === null || summary === null) return
  const copy = await writeCopy(desk, summary, title, session.text())
  if (copy === null) return
  autosave?.dispose()
  desk.stores.article.setState({ autosave: null })
  closeDialog(desk.stores.dialog)
  settle(desk.stores.notices, goneKey(summary.id))
  await openArticle(desk, copy.id)
  tell(desk.stores.notices, {
    key: `copy:${copy.id}`,
    text: `Your version is kept as “${copy.fileName}”.`,
  })
}

/** Takes the file as it is on the disk; one's own version can still be kept beside it. */
export async function loadTheirs(desk: Desk): Promise<void> {
  const { session, summary, title } = desk.stores.article.getState()
  if (session === null || summary === null) return
  const mine = session.text()
  closeDialog(desk.stores.dialog)
  if (!(await reopenArticle(desk))) return
  warn(desk.stores.notices, {
    key: `mine:${summary.id}`,
    text: `“${summary.fileName}” now shows the version from the disk.`,
    actions: [
      {
        label: 'Keep mine as a copy',
        run: () => {
          void writeCopy(desk, summary, title, mine).then((copy) => {
            if (copy !== null) settle(desk.stores.notices, `mine:${summary.id}`)
          })
        },
      },
    ],
  })
}

async function writeCopy(
  { stores, client }: Desk,
  original: ArticleSummary,
  title: string,
  text: string,
): Promise<ArticleSummary | null> {
  const name = title || original.fileName.replace(/\.[^.]+$/, '')
  try {
    const created = await client.call('articles.create', {
      folder: original.folder,
      title: `${name} (my version)`,
    })
    const { summary } = await client.call('articles.save', {
      id: created.summary.id,
      base: created.revision,
      text,
    })
    stores.library.setState(({ articles }) => ({ articles: withSummary(articles, summary) }))
    return summary
  } catch (error) {
    report(stores.notices, 'copy', error)
    return null
  }
}

function goneKey(id: ArticleId): string {
  return `gone:${id}`
}

/** The file of an article is not what was last seen: another program wrote, moved or deleted it. */
export async function fileChanged(
  desk: Desk,
  { id, revision }: { readonly id: ArticleId; readonly revision: Revision | null },
): Promise<void> {
  const { view, revision: known, save, autosave, summary } = desk.stores.article.getState()
  if (articleIdOf(view) !== id || view.kind !== 'open' || revision === known) return
  // The news may be of our own save, whose reply is under way; if not, the next save will find out.
  if (save.kind === 'saving' || save.kind === 'conflict') return
  const name = summary?.fileName ?? 'This article'
  if (revision === null) {
    warn(desk.stores.notices, {
      key: goneKey(id),
      text: `“${name}” was deleted or moved by another program. Its words are still on this page.`,
      actions: [{ label: 'Save as a new article', run: () => void keepMineAsCopy(desk) }],
    })
    return
  }
  settle(desk.stores.notices, goneKey(id))
  if (save.kind === 'clean') {
    await reopenArticle(desk)
    tell(desk.stores.notices, {
      key: `reloaded:${id}`,
      text: `“${name}” was changed by another program and shows the new version.`,
    })
    return
  }
  autosave?.conflict(revision)
}
