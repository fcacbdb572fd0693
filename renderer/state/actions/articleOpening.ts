import type { ArticleId, OpenedArticle } from '../../../shared/domain/article'
import { articleIdOf, NO_ARTICLE, type Trouble } from '../articleStore'
import type { Desk } from '../desk'
import { closeDialog, showDialog } from '../dialogStore'
import { load } from './articleLoading'
import { flushAll, rememberPlace } from './articleSaving'

/** Opens an article, after the one on the desk has been saved or given up. */
export async function openArticle(desk: Desk, id: ArticleId): Promise<boolean> {
  const { stores, client } = desk
  const { view, session } = stores.article.getState()
  if (view.kind === 'open' && articleIdOf(view) === id) {
    session?.focus()
    return true
  }
  if (!(await leaveArticle(desk))) return false
  return load(desk, id, () => client.call('articles.open', { id }))
}

/** Shows an article that the backend has just handed over, without reading it again. */
export async function showArticle(desk: Desk, opened: OpenedArticle): Promise<boolean> {
  if (!(await leaveArticle(desk))) return false
  return load(desk, opened.summary.id, async () => opened)
}

/** Clears the middle of the desk. */
export async function closeArticle(desk: Desk): Promise<boolean> {
  if (!(await leaveArticle(desk))) return false
  desk.stores.article.setState(NO_ARTICLE)
  desk.client.call('session.set', { article: null }).catch(() => undefined)
  return true
}

const REASONS: Readonly<Record<Trouble['kind'], string>> = {
  none: 'The file was changed by another program meanwhile.',
  gone: 'Its file was deleted or moved by another program, so its words are only on this page.',
  emptied: 'Its file was emptied by another program, so its words are only on this page.',
  differs: 'Another program changed the same words. Choose between the versions first.',
}

/** Saves the open article before it goes; where that fails, a person decides. `false`: it stays. */
export async function leaveArticle(
  desk: Desk,
  leaving: 'article' | 'desk' = 'article',
  onAsk: () => void = () => undefined,
): Promise<boolean> {
  const { autosave, summary } = desk.stores.article.getState()
  rememberPlace(desk)
  if (autosave === null) return true
  const state = await flushAll(desk)
  if (state.kind !== 'conflict' && state.kind !== 'failed') return true
  // A file that someone deleted takes no words along that were not in it.
  const { base, session, trouble } = desk.stores.article.getState()
  if (trouble.kind === 'gone' && session?.text() === base?.get().text) return true
  const reason = state.kind === 'failed' ? state.message : REASONS[trouble.kind]
  onAsk()
  const choice = await ask(desk, { name: summary?.fileName ?? 'This article', reason, leaving })
  if (choice === 'leave') {
    autosave.dispose()
    desk.stores.article.getState().journal?.abandon()
  }
  return choice === 'leave'
}

function ask(
  { stores }: Desk,
  question: { name: string; reason: string; leaving: 'article' | 'desk' },
): Promise<'stay' | 'leave'> {
  return new Promise((resolve) => {
    showDialog(stores.dialog, {
      kind: 'unsaved',
      ...question,
      answer(choice) {
        resolve(choice)
        const { dialog } = stores.dialog.getState()
        if (dialog.kind === 'unsaved' && dialog.answer === this.answer) closeDialog(stores.dialog)
      },
    })
  })
}
