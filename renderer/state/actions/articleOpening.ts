import type { ArticleId, OpenedArticle } from '../../../shared/domain/article'
import type { Place } from '../articleSession'
import { articleIdOf, NO_ARTICLE } from '../articleStore'
import type { Desk } from '../desk'
import { closeDialog, showDialog } from '../dialogStore'
import { problemOf } from '../problem'
import { rememberPlace } from './articleSaving'

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

/** Reads the open article again from the disk, and stays where it was. */
export async function reopenArticle(desk: Desk): Promise<boolean> {
  const { view, session, autosave } = desk.stores.article.getState()
  const id = articleIdOf(view)
  if (id === null) return false
  autosave?.dispose()
  const place = session?.place() ?? null
  return load(desk, id, () => desk.client.call('articles.open', { id }), place)
}

/** Where a first visit begins. */
const START: Place = { block: 0, offset: 0, scroll: 0 }

async function load(
  { stores, client }: Desk,
  id: ArticleId,
  read: () => Promise<OpenedArticle>,
  knownPlace?: Place | null,
): Promise<boolean> {
  const opening = { kind: 'opening', id } as const
  stores.article.setState({ ...NO_ARTICLE, view: opening })
  stores.library.setState({ cursor: id })
  const overtaken = () => stores.article.getState().view !== opening
  try {
    const [opened, place] = await Promise.all([
      read(),
      knownPlace === undefined
        ? client.call('session.place', { id }).catch(() => null)
        : Promise.resolve(knownPlace),
    ])
    if (overtaken()) return false
    const openings = stores.article.getState().openings + 1
    stores.article.setState({
      openings,
      view: { kind: 'open', opened, place: place ?? START, opening: openings },
      summary: opened.summary,
      title: opened.summary.title,
      words: opened.summary.words,
      revision: opened.revision,
    })
    client.call('session.set', { article: id }).catch(() => undefined)
    return true
  } catch (error) {
    if (overtaken()) return false
    const name = nameOf(stores.library.getState().articles.find((article) => article.id === id))
    stores.article.setState({
      view: { kind: 'failed', id, name, message: problemOf(error) },
    })
    return false
  }
}

function nameOf(summary: { readonly fileName: string } | undefined): string {
  return summary?.fileName ?? 'This article'
}

/** Clears the middle of the desk. */
export async function closeArticle(desk: Desk): Promise<boolean> {
  if (!(await leaveArticle(desk))) return false
  desk.stores.article.setState(NO_ARTICLE)
  desk.client.call('session.set', { article: null }).catch(() => undefined)
  return true
}

/** Saves the open article before it goes; where that fails, a person decides. `false`: it stays. */
export async function leaveArticle(
  desk: Desk,
  leaving: 'article' | 'desk' = 'article',
): Promise<boolean> {
  const { autosave, summary } = desk.stores.article.getState()
  rememberPlace(desk)
  if (autosave === null) return true
  const state = await autosave.flush()
  if (state.kind !== 'conflict' && state.kind !== 'failed') return true
  const reason =
    state.kind === 'failed' ? state.message : 'The file was changed by another program meanwhile.'
  const choice = await ask(desk, { name: nameOf(summary ?? undefined), reason, leaving })
  if (choice === 'leave') autosave.dispose()
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
