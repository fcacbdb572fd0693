import type { Handlers } from '../shared/api/contract'
import type { ArticleId } from '../shared/domain/article'
import { isArticleName } from '../shared/domain/fileName'
import type { Ports } from './ports/ports'
import { createArticles } from './services/articles/articles'
import { createTrash } from './services/articles/trash'
import { createAssets } from './services/assets/assets'
import { createChecking } from './services/checking/checking'
import { type Closing, createClosing } from './services/closing'
import { createEvents, type Events } from './services/events'
import { libraryStyle } from './services/exporting/design'
import { createExporting } from './services/exporting/exporting'
import { createExportingMany } from './services/exporting/many'
import { createHistory } from './services/history/history'
import { createIdentities } from './services/identities'
import { createImporting } from './services/importing/importing'
import { createJournals } from './services/journals/journals'
import { createLibrary } from './services/library/library'
import { createStraying } from './services/library/straying'
import { createTracking } from './services/library/tracking'
import { createSerial } from './services/serial'
import { createSession, sessionFrom } from './services/settings/session'
import { changeSettings, settingsFrom } from './services/settings/settings'
import { createStoredJson } from './services/settings/storedJson'

export interface Backend {
  readonly handlers: Handlers
  subscribe: Events['subscribe']
  readonly emit: Events['emit']
  /** Asks the pages to save before the host goes away. */
  readonly requestClose: Closing['request']
  /**
   * Opens an article that the system named, its folder with it if need be, and shows it.
   * `mayOpenFolder` is asked before a folder becomes the library. `null`: it was not opened.
   */
  openFile(
    path: string,
    mayOpenFolder: (displayPath: string) => Promise<boolean>,
  ): Promise<ArticleId | null>
  dispose(): Promise<void>
}

/** A disk that hangs must not keep Galley from ending: what was typed is in the journals by then. */
const LAST_WORK_MS = 2000

/** Wires the services over the ports of a host. This is the whole of the backend. */
export function createBackend(ports: Ports): Backend {
  const { clock, files, folders, info, logger } = ports
  const notices: string[] = []
  let historyProblem: string | null = null
  const events = createEvents((error) => logger.warn(`A listener failed: ${String(error)}`))
  const serial = createSerial()
  const identities = createIdentities(ports.randomId)
  const tracking = createTracking({ identities, events })
  const closing = createClosing({ clock, events })
  const storage = {
    appData: ports.appData,
    serial,
    logger,
    onSetAside: (sentence: string) => notices.push(sentence),
  }
  const settings = createStoredJson('settings.json', settingsFrom, storage)
  const session = createSession(createStoredJson('session.json', sessionFrom, storage))
  const straying = createStraying({ ...ports, events })
  const library = createLibrary({
    ...ports,
    straying,
    identities,
    events,
    serial,
    session,
    tracking,
    notices: () => (historyProblem === null ? notices : [...notices, historyProblem]),
  })
  const journals = createJournals({ ...ports, folder: ports.journals, identities, serial, events })
  const history = createHistory({
    ...ports,
    serial,
    async rule() {
      const { historyHourlyDays, historyDailyDays } = await settings.get()
      return { hourlyDays: historyHourlyDays, dailyDays: historyDailyDays }
    },
    troubled(problem) {
      if (problem === historyProblem) return
      historyProblem = problem
      events.emit('library.changed', {})
    },
  })
  const shared = {
    ...ports,
    history,
    events,
    identities,
    journals,
    library,
    serial,
    session,
    straying,
    tracking,
  }
  const articles = createArticles(shared)
  const trash = createTrash(shared)
  const assets = createAssets({ files, identities })
  const exporting = createExporting({ ...ports, identities, session })
  const exportingMany = createExportingMany(shared)
  const importing = createImporting({ ...shared, open: articles.open })
  const checking = createChecking({ files, identities, library })

  const handlers: Handlers = {
    'app.info': async () => ({
      ...info,
      nativeDialogs: ports.dialogs !== undefined,
      trash: ports.systemTrash ? 'system' : 'folder',
    }),
    'app.closed': async ({ answer }) => {
      closing.answered(answer)
      return {}
    },
    'settings.get': () => settings.get(),
    'settings.set': (changes) => changeSettings(settings, changes),

    'folders.browse': ({ folder }) => library.browse(folder),
    'folders.create': ({ parent, name }) => library.createFolder(parent, name),
    'library.recent': () => library.recent(),
    'library.current': () => library.current(),
    'library.open': ({ folder }) => library.open(folder),
    'library.choose': () => library.choose(),
    'library.samples': ({ folder }) => library.samples(folder),
    'library.list': () => library.list(),

    'articles.open': ({ id }) => articles.open(id),
    'articles.save': ({ id, base, text }) => articles.save(id, { base, text }),
    'articles.recreate': ({ id, text }) => articles.recreate(id, text),
    'articles.create': (wish) => articles.create(wish),
    'articles.rename': ({ id, fileName }) => articles.rename(id, fileName),
    'articles.move': ({ id, folder }) => articles.move(id, folder),
    'articles.duplicate': ({ id }) => articles.duplicate(id),
    'links.follow': async ({ offer }) => {
      await articles.followOffered(offer)
      return {}
    },
    'articles.import': (request) => importing.run(request),
    'articles.read': (request) => importing.read(request),
    'articles.throughWord': (request) => importing.throughWord(request),
    'articles.trash': async ({ id }) => {
      await trash.discard(id)
      return {}
    },
    'articles.restore': ({ id }) => trash.restore(id),
    'articles.trashed': () => trash.trashed(),

    'history.list': ({ id }) => history.list(identities.placeOf(id)),
    'history.text': async ({ id, n }) => ({
      text: await history.text(identities.placeOf(id), n),
    }),
    'history.name': async ({ id, n, name }) => {
      await history.name(identities.placeOf(id), n, name)
      return {}
    },

    'journals.append': (wish) => journals.append(wish),
    'journals.clear': async (wish) => {
      await journals.clear(wish)
      return {}
    },
    'journals.take': (wish) => journals.take(wish),
    'journals.pending': () => journals.pending(library.root()),
    'journals.here': async ({ page }) => {
      journals.here(page)
      return {}
    },

    'session.get': async () => {
      const root = library.openedRoot()
      const path = root === null ? null : await session.article(root)
      if (root === null || path === null) return { article: null }
      const state = await files.stat(root, path).catch(() => null)
      return { article: state === null ? null : identities.article({ root, path }) }
    },
    'session.set': async ({ article }) => {
      if (article !== null) {
        const { root, path } = identities.placeOf(article)
        await session.setArticle(root, path)
      } else {
        const root = library.openedRoot()
        if (root !== null) await session.setArticle(root, null)
      }
      return {}
    },
    'session.place': ({ id }) => {
      const { root, path } = identities.placeOf(id)
      return session.place(root, path)
    },
    'session.setPlace': async ({ id, place }) => {
      const { root, path } = identities.placeOf(id)
      await session.setPlace(root, path, place)
      return {}
    },

    'assets.read': ({ article, path }) => assets.read(article, path),
    'assets.list': ({ article }) => assets.list(article),
    'assets.add': ({ article, ...picture }) => assets.add(article, picture),

    'checks.facts': ({ id, files: named }) => checking.facts(id, named),

    'pages.style': () => libraryStyle(files, library.openedRoot()),
    'exports.write': (request) => exporting.write(request),
    'exports.many': (request) => exportingMany.run(request),
    'exports.cancel': async ({ job }) => {
      exportingMany.cancel(job)
      return {}
    },
  }

  return {
    handlers,
    subscribe: events.subscribe,
    emit: events.emit,
    requestClose: closing.request,

    async openFile(path, mayOpenFolder) {
      const { folder, fileName } = await folders.locate(path)
      if (!isArticleName(fileName)) return null
      // The library of last time counts as open, even before a page has asked for it.
      await library.current()
      const opened = library.openedRoot()
      const inside = opened === null ? null : folders.within(opened, folder)
      const root = opened !== null && inside !== null ? opened : folder
      if (root !== opened && !(await mayOpenFolder(folders.display(folder)))) return null
      const place = {
        root,
        path:
          root === opened && inside !== null && inside !== '' ? `${inside}/${fileName}` : fileName,
      }
      if ((await files.stat(place.root, place.path)) === null) return null
      const id = identities.article(place)
      // A page that is still loading finds it in the session.
      await session
        .setArticle(root, place.path)
        .catch((error: unknown) => logger.warn(String(error)))
      events.emit('article.show', { id, library: await library.openRoot(root) })
      return id
    },

    async dispose() {
      straying.dispose()
      let cancel = (): void => undefined
      const late = new Promise<void>((resolve) => {
        cancel = clock.after(LAST_WORK_MS, resolve)
      })
      const end = Promise.all([library.dispose(), journals.dispose()]).then(() => serial.idle())
      await Promise.race([end, late])
      cancel()
    },
  }
}

export { readPicture } from './services/assets/assets'
export { missingFiles, readRules } from './services/checking/checking'
export { bindBook } from './services/exporting/book'
export { exportName } from './services/exporting/exporting'
export { exportFolder } from './services/exporting/folder'
// For the command line, which works on single files without a library.
export { createHistory, type History, versionOf } from './services/history/history'
export { importFile, isDocument } from './services/importing/importFile'
export { savePictures } from './services/importing/pictures'
export { throughWord } from './services/importing/throughWord'
export { createSerial } from './services/serial'
