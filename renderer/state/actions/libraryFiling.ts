import type { ArticleId, ArticleSummary } from '../../../shared/domain/article'
import { articleIdOf } from '../articleStore'
import type { Desk } from '../desk'
import { withSummary } from '../libraryStore'
import { type NoticeAction, settle, tell } from '../noticesStore'
import { report } from '../problem'
import { closeArticle, openArticle, showArticle } from './articleOpening'
import { saveIfOpen } from './articleSaving'
import { refreshLibrary } from './libraryOpening'

/** Makes an article and opens it. `false`: it could not be made, and a notice says why. */
export async function createArticle(
  desk: Desk,
  { folder, title }: { readonly folder: string; readonly title: string },
): Promise<boolean> {
  try {
    const opened = await desk.client.call('articles.create', { folder, title })
    learn(desk, opened.summary)
    return await showArticle(desk, opened)
  } catch (error) {
    report(desk.stores.notices, 'create', error)
    return false
  }
}

/** Renames an article's file. Resolves with the sentence that says why not, or `null`. */
export function renameArticle(
  desk: Desk,
  article: ArticleSummary,
  fileName: string,
): Promise<boolean> {
  return refile(desk, article, {
    change: () => desk.client.call('articles.rename', { id: article.id, fileName }),
    text: (renamed) => `“${article.fileName}” is now called “${renamed.fileName}”.`,
    undo: (renamed) => renameArticle(desk, renamed, article.fileName),
  })
}

export function moveArticle(desk: Desk, article: ArticleSummary, folder: string): Promise<boolean> {
  return refile(desk, article, {
    change: () => desk.client.call('articles.move', { id: article.id, folder }),
    text: (moved) =>
      `“${moved.fileName}” moved to ${moved.folder === '' ? 'the top of the library' : `“${moved.folder}”`}.`,
    undo: (moved) => moveArticle(desk, moved, article.folder),
  })
}

interface Refiling {
  change(): Promise<ArticleSummary>
  text(changed: ArticleSummary): string
  undo(changed: ArticleSummary): Promise<boolean>
}

/** What renaming and moving have in common: save first, tell afterwards, and offer the way back. */
async function refile(desk: Desk, article: ArticleSummary, plan: Refiling): Promise<boolean> {
  const key = `file:${article.id}`
  try {
    await saveIfOpen(desk, article.id)
    const changed = await plan.change()
    learn(desk, changed, article.id)
    const undo: NoticeAction = {
      label: 'Undo',
      run: () => {
        settle(desk.stores.notices, key)
        void plan.undo(changed).then((done) => done && settle(desk.stores.notices, key))
      },
    }
    tell(desk.stores.notices, { key, text: plan.text(changed), actions: [undo] })
    return true
  } catch (error) {
    report(desk.stores.notices, key, error)
    return false
  }
}

export async function duplicateArticle(desk: Desk, article: ArticleSummary): Promise<void> {
  try {
    await saveIfOpen(desk, article.id)
    const copy = await desk.client.call('articles.duplicate', { id: article.id })
    learn(desk, copy)
    await openArticle(desk, copy.id)
  } catch (error) {
    report(desk.stores.notices, `file:${article.id}`, error)
  }
}

/** Moves an article to the trash; where the trash is ours, with a way back. */
export async function trashArticle(desk: Desk, article: ArticleSummary): Promise<void> {
  const { stores, client, host } = desk
  const key = `trash:${article.id}`
  const wasOpen = articleIdOf(stores.article.getState().view) === article.id
  if (wasOpen && !(await closeArticle(desk))) return
  try {
    await client.call('articles.trash', { id: article.id })
    stores.library.setState(({ articles }) => ({
      articles: articles.filter(({ id }) => id !== article.id),
    }))
    const undo: NoticeAction = {
      label: 'Undo',
      run: () => void restoreArticle(desk, article.id, { reopen: wasOpen }),
    }
    tell(stores.notices, {
      key,
      text:
        host.trash === 'folder'
          ? `“${article.fileName}” is in the trash.`
          : `“${article.fileName}” is in the desktop’s trash, and can be put back from there.`,
      actions: host.trash === 'folder' ? [undo] : [],
    })
  } catch (error) {
    report(stores.notices, key, error)
  }
}

export async function restoreArticle(
  desk: Desk,
  id: ArticleId,
  { reopen }: { readonly reopen: boolean },
): Promise<void> {
  const key = `trash:${id}`
  try {
    const restored = await desk.client.call('articles.restore', { id })
    learn(desk, restored)
    settle(desk.stores.notices, key)
    if (reopen) await openArticle(desk, restored.id)
  } catch (error) {
    report(desk.stores.notices, key, error)
  }
}

/** Takes a new or changed article into the list at once; the listing that follows has the last word. */
export function learn(desk: Desk, summary: ArticleSummary, replaces: ArticleId = summary.id): void {
  const { library, article } = desk.stores
  library.setState(({ articles }) => ({
    articles: withSummary(articles, summary, replaces),
    cursor: summary.id,
  }))
  if (article.getState().summary?.id === replaces) article.setState({ summary })
  void refreshLibrary(desk)
}
