import type { FolderId } from '../../../shared/domain/article'
import type { Desk } from '../desk'
import { closeDialog } from '../dialogStore'
import { type Library, libraryOf } from '../libraryStore'
import { problemOf, report, wasCancelled } from '../problem'
import { closeArticle, openArticle } from './articleOpening'
import { tellOfLost } from './lostWords'

/** Brings back the library and the article that were open last, or shows the first start. */
export async function reopenDesk(desk: Desk): Promise<void> {
  const { stores, client } = desk
  try {
    const library = await client.call('library.current', {})
    if (library === null) stores.library.setState({ load: { kind: 'none', message: null } })
    else await enterLibrary(desk, library)
  } catch (error) {
    stores.library.setState({ load: { kind: 'none', message: problemOf(error) } })
  }
}

/** Lists a library that the backend has opened and shows the article left open in it. */
async function enterLibrary(desk: Desk, library: Library): Promise<void> {
  const { stores, client } = desk
  stores.library.setState({
    load: { kind: 'loading', library },
    articles: [],
    folders: [],
    problems: [],
    filter: '',
    folded: new Set(),
    cursor: null,
  })
  await refreshLibrary(desk)
  const { article } = await client.call('session.get', {}).catch(() => ({ article: null }))
  if (article !== null) await openArticle(desk, article)
  void tellOfLost(desk)
}

/** Reads the list again, after something changed or failed. */
export async function refreshLibrary({ stores, client }: Desk): Promise<void> {
  const { load, listing } = stores.library.getState()
  const library = libraryOf(load)
  if (library === null) return
  const turn = listing + 1
  stores.library.setState({ listing: turn })
  const overtaken = () => stores.library.getState().listing !== turn
  try {
    const { articles, folders, problems } = await client.call('library.list', {})
    if (overtaken()) return
    stores.library.setState({ load: { kind: 'ready', library }, articles, folders, problems })
    const open = stores.article.getState().summary
    const fresh = articles.find((article) => article.id === open?.id)
    if (fresh !== undefined) stores.article.setState({ summary: fresh })
  } catch (error) {
    if (overtaken()) return
    stores.library.setState({ load: { kind: 'failed', library, message: problemOf(error) } })
  }
}

/** Leaves the open article, then whatever `open` makes the backend's library. */
async function changeLibrary(desk: Desk, open: () => Promise<Library>): Promise<void> {
  if (!(await closeArticle(desk))) return
  try {
    const library = await open()
    closeDialog(desk.stores.dialog)
    await enterLibrary(desk, library)
  } catch (error) {
    report(desk.stores.notices, 'library', error)
    if (wasCancelled(error)) return
    const { load } = desk.stores.library.getState()
    if (load.kind === 'none') {
      desk.stores.library.setState({ load: { kind: 'none', message: problemOf(error) } })
    }
  }
}

export function openLibrary(desk: Desk, folder: FolderId): Promise<void> {
  return changeLibrary(desk, () => desk.client.call('library.open', { folder }))
}

/** Lets the person point at a folder: in the system's own dialog, or in the page where there is none. */
export async function chooseLibrary(desk: Desk): Promise<void> {
  if (!desk.host.nativeDialogs) {
    desk.stores.dialog.setState({ dialog: { kind: 'openLibrary' } })
    return
  }
  await changeLibrary(desk, () => desk.client.call('library.choose', {}))
}

/** Copies the samples to a folder of the person's (the default one when none is named) and opens it. */
export function openSamples(desk: Desk, folder?: FolderId): Promise<void> {
  return changeLibrary(desk, () => desk.client.call('library.samples', { folder }))
}
