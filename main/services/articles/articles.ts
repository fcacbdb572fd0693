import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { type Encoding, encodeArticle, setFields, UTF8 } from '../../../shared/article'
import { withPictureLinks } from '../../../shared/document/pictureLinks'
import {
  type ArticleId,
  type ArticleSummary,
  MAX_ARTICLE_BYTES,
  type OpenedArticle,
  type Revision,
} from '../../../shared/domain/article'
import {
  extensionOf,
  fileNameFor,
  isArticleName,
  problemWithName,
  withoutExtension,
} from '../../../shared/domain/fileName'
import type { FilePath, FileStore, Root, Written } from '../../ports/fileStore'
import type { Folders } from '../../ports/folders'
import type { Logger } from '../../ports/host'
import { carryPictures } from '../assets/carrying'
import type { Events } from '../events'
import { type History, versionOf } from '../history/history'
import { type ArticlePlace, type Identities, keyOf } from '../identities'
import type { Journals } from '../journals/journals'
import type { LibraryService } from '../library/library'
import type { Straying } from '../library/straying'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import type { Tracking } from '../library/tracking'
import type { Serial } from '../serial'
import type { Session } from '../settings/session'
import { decode } from './decode'
import { withFreeName } from './freeName'
import { createLinkChanges } from './linkChanges'
import { linkingTo, relinked, withStrayAddresses } from './relinking'

export interface ArticlesNeeds {
  readonly files: FileStore
  readonly folders: Folders
  readonly events: Events
  readonly logger: Logger
  readonly identities: Identities
  readonly history: History
  readonly journals: Journals
  readonly library: LibraryService
  readonly serial: Serial
  readonly session: Session
  readonly straying: Straying
  readonly tracking: Tracking
}

export interface Articles {
  open(id: ArticleId): Promise<OpenedArticle>
  save(
    id: ArticleId,
    wish: { readonly base: Revision; readonly text: string },
  ): Promise<Output<'articles.save'>>
  recreate(id: ArticleId, text: string): Promise<Output<'articles.save'>>
  create(wish: { readonly folder: FilePath; readonly title: string }): Promise<OpenedArticle>
  rename(id: ArticleId, fileName: string): Promise<ArticleSummary>
  move(id: ArticleId, folder: FilePath): Promise<ArticleSummary>
  duplicate(id: ArticleId): Promise<ArticleSummary>
  /** Changes the links to articles that another program moved, as it was offered with `links.left`. */
  followOffered(offer: string): Promise<void>
}

const limit = { maxBytes: MAX_ARTICLE_BYTES }

export function createArticles(needs: ArticlesNeeds): Articles {
  const {
    history,
    files,
    folders,
    events,
    logger,
    identities,
    journals,
    library,
    serial,
    session,
    straying,
    tracking,
  } = needs
  /** How opened files are encoded, for the day that one has to be made again. */
  const encodings = new Map<ArticleId, Encoding>()

  /** Work on one article waits for what is under way on it: a save, a look at its file. */
  function alone<T>(id: ArticleId, work: (place: ArticlePlace) => Promise<T>): Promise<T> {
    return serial.run(keyOf(identities.placeOf(id)), () => work(identities.placeOf(id)))
  }

  /**
   * Works on an article's file where it is. One that another program moved is followed; one that is
   * gone with its whole folder is not gone for good, and is told of in another way.
   */
  async function whereItIs<T>(
    place: ArticlePlace,
    work: (place: ArticlePlace) => Promise<T>,
  ): Promise<T> {
    try {
      return await work(place)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error
      await expectFolder(place)
      const path = await library.catalogueOf(place.root).follow(place.path)
      if (path === null) throw error
      return work({ root: place.root, path })
    }
  }

  async function expectFolder({ root, path }: ArticlePlace): Promise<void> {
    const folder = await files.stat(root, '').catch(() => null)
    if (folder?.isFolder) return
    throw new AppError(
      'unavailable',
      `The folder “${folders.name(root)}” is not there at the moment, so “${fileNameOf(path)}” cannot be reached. Your words are kept on the page, and are saved as soon as the folder is back.`,
    )
  }

  async function opened(place: ArticlePlace): Promise<OpenedArticle> {
    const name = fileNameOf(place.path)
    const file = await files.read(place.root, place.path, limit)
    const { text, encoding } = decode(file, name)
    tracking.saw(place, file.revision)
    journals.knows(place, { revision: file.revision, text })
    const summary = library.catalogueOf(place.root).note(place.path, file, text)
    encodings.set(summary.id, encoding)
    const readOnly = file.readOnly === undefined ? {} : { readOnly: file.readOnly }
    // The answer does not wait for it, and the first save will not either.
    if (file.readOnly === undefined) void files.foresee(place.root, place.path)
    return { summary, text, revision: file.revision, ...readOnly }
  }

  /** Takes note of a save, and tells other pages that show the article. */
  function saved(
    place: ArticlePlace,
    written: Written,
    { text, bytes }: { readonly text: string; readonly bytes: Uint8Array },
  ): Output<'articles.save'> {
    const { revision } = written
    const version = versionOf({ bytes, revision })
    // The answer does not wait for it.
    if (version !== null) void history.saved(place, version)
    tracking.saw(place, revision)
    journals.knows(place, { revision, text })
    const summary = library.catalogueOf(place.root).note(place.path, written, text)
    events.emit('article.saved', { id: summary.id, revision })
    return { revision, summary }
  }

  /** Gives an article another path; whoever has it open keeps it open. */
  function relocate(id: ArticleId, to: FilePath): Promise<ArticleSummary> {
    return alone(id, async (place) => {
      const catalogue = library.catalogueOf(place.root)
      if (place.path !== to) {
        await files.move(place.root, place.path, to)
        identities.moved(id, to)
        tracking.moved(place, { root: place.root, path: to })
        await history.moved(place, { root: place.root, path: to })
        catalogue.forget(place.path)
        await session.moved(place.root, place.path, to).catch((error: unknown) => {
          logger.warn(String(error))
        })
      }
      const file = await files.read(place.root, to, limit)
      return catalogue.note(to, file, decode(file, fileNameOf(to)).text)
    })
  }

  const { relink, followLinks, mendOwn } = createLinkChanges({ ...needs, alone, saved })

  /** Gives an article another path, and lets links follow. */
  async function refile(
    { root, path: from }: ArticlePlace,
    to: FilePath,
    change: () => Promise<ArticleSummary>,
  ): Promise<ArticleSummary> {
    if (from === to) return change()
    const moved = { from, to }
    const { mayLink } = library.catalogueOf(root)
    const linking = [...(await linkingTo(files, root, new Set([from]), mayLink)).keys()]
    const summary = await change()
    const isOwnChanged = await relink(root, to, (text) =>
      // Articles are followed whatever stands at the new place; other files where they are missed.
      withStrayAddresses(files, root, relinked(text, moved, moved), moved, [moved]),
    ).catch((error: unknown) => {
      logger.warn(String(error))
      return false
    })
    await followLinks(root, moved, linking)
    return isOwnChanged
      ? alone(summary.id, async (place) => (await opened(place)).summary)
      : summary
  }

  async function makeFolder(root: Root, folder: FilePath): Promise<void> {
    if (folder === '') return
    const catalogue = library.catalogueOf(root)
    if (catalogue.hasFolder(folder)) return
    for (const part of folder.split('/')) {
      const problem = problemWithName(part)
      if (problem !== null) throw new AppError('invalid', problem)
    }
    await files.makeFolder(root, folder)
    catalogue.noteFolder(folder)
  }

  return {
    open: (id) => alone(id, (place) => whereItIs(place, opened)),

    save: (id, { base, text }) =>
      alone(id, async (start) => {
        const { place, now } = await whereItIs(start, async (at) => ({
          place: at,
          now: await files.read(at.root, at.path, limit),
        })).catch((error: unknown) => {
          const isGone = error instanceof AppError && error.code === 'not-found'
          throw isGone ? goneConflict(fileNameOf(start.path)) : error
        })
        const { root, path } = place
        const name = fileNameOf(path)
        if (now.revision !== base) throw changedConflict(name, now.revision)
        const bytes = encodeArticle(text, decode(now, name).encoding)
        if (bytes.length > MAX_ARTICLE_BYTES) {
          throw new AppError(
            'invalid',
            `“${name}” would be larger than 10 MB, so it was not saved. Move a part of it into another article.`,
          )
        }
        const before = versionOf(now)
        if (before !== null) await history.replacing(place, { ...before, modified: now.modified })
        await journals.saving(place, files.revisionOf(bytes))
        const written = await files.replace(root, path, bytes, base)
        return saved(place, written, { text, bytes })
      }),

    recreate: (id, text) =>
      alone(id, async (place) => {
        const { root, path } = place
        await expectFolder(place)
        if (folderOf(path) !== '') await files.makeFolder(root, folderOf(path))
        const encoding = encodings.get(id) ?? UTF8
        const bytes = encodeArticle(text, encoding)
        return saved(place, await files.create(root, path, bytes), { text, bytes })
      }),

    async create({ folder, title }) {
      const root = library.root()
      await makeFolder(root, folder)
      const text = title === '' ? '' : setFields('', { title })
      const path = await withFreeName(fileNameFor(title), async (fileName) => {
        const wanted = joinPath(folder, fileName)
        await files.create(root, wanted, encodeArticle(text, UTF8))
        return wanted
      })
      return alone(identities.article({ root, path }), opened)
    },

    async rename(id, fileName) {
      const place = identities.placeOf(id)
      const { path } = place
      const full = isArticleName(fileName)
        ? fileName
        : `${fileName}${extensionOf(fileNameOf(path))}`
      const problem = problemWithName(full)
      if (problem !== null) throw new AppError('invalid', problem)
      const to = joinPath(folderOf(path), full)
      return refile(place, to, () => relocate(id, to))
    },

    async move(id, folder) {
      const { root, path } = identities.placeOf(id)
      await makeFolder(root, folder)
      const to = joinPath(folder, fileNameOf(path))
      const file = await alone(id, () => files.read(root, path, limit))
      const { text, encoding } = decode(file, fileNameOf(path))
      if (folder === folderOf(path)) return relocate(id, to)
      return refile({ root, path }, to, async () => {
        const carried = await carryPictures({ files }, { root, path }, { text, folder })
        const moved = await relocate(id, to).catch(async (error: unknown) => {
          await carried.undo()
          throw error
        })
        if (carried.changes.length === 0) return moved
        return alone(id, async (place) => {
          const linked = withPictureLinks(text, carried.changes)
          const bytes = encodeArticle(linked, encoding)
          const written = await files.replace(root, place.path, bytes, file.revision)
          return saved(place, written, { text: linked, bytes }).summary
        })
      })
    },

    async followOffered(name) {
      const offer = straying.take(name)
      if (offer === null) {
        throw new AppError(
          'not-found',
          'This offer to change links is no longer good. Change them in the articles that link there.',
        )
      }
      for (const moved of offer.moved) await followLinks(offer.root, moved, offer.linking)
      for (const at of offer.strayed) await mendOwn(offer.root, at, offer.all)
    },

    async duplicate(id) {
      const { root, path } = identities.placeOf(id)
      const name = fileNameOf(path)
      const file = await alone(id, () => files.read(root, path, limit))
      // What cannot be opened is refused before there are two of it.
      decode(file, name)
      const copyName = `${withoutExtension(name)}-copy${extensionOf(name)}`
      const copy = await withFreeName(copyName, async (fileName) => {
        const wanted = joinPath(folderOf(path), fileName)
        await files.create(root, wanted, file.bytes)
        return wanted
      })
      return (await alone(identities.article({ root, path: copy }), opened)).summary
    },
  }
}

function changedConflict(name: string, theirs: Revision): AppError {
  return new AppError(
    'conflict',
    `“${name}” was changed by another program since it was opened, so it was left as it is.`,
    { theirs },
  )
}

function goneConflict(name: string): AppError {
  return new AppError('conflict', `“${name}” was deleted or moved since it was opened.`, {
    theirs: null,
  })
}
