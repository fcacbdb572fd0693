import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import type { FolderId } from '../../../shared/domain/article'
import { isArticleName, problemWithName } from '../../../shared/domain/fileName'
import type { Root } from '../../ports/fileStore'
import type { Ports } from '../../ports/ports'
import type { Events } from '../events'
import type { Identities } from '../identities'
import type { Serial } from '../serial'
import type { Session } from '../settings/session'
import { type Catalogue, createCatalogue } from './catalogue'
import { copySamples } from './samples'
import type { Straying } from './straying'
import type { Tracking } from './tracking'
import { type Watching, watchCatalogue } from './watching'

type LibraryFace = Output<'library.open'>

interface OpenLibrary {
  readonly root: Root
  readonly catalogue: Catalogue
  readonly watching: Watching
}

export interface LibraryNeeds
  extends Pick<Ports, 'files' | 'folders' | 'watcher' | 'clock' | 'places' | 'dialogs' | 'logger'> {
  readonly identities: Identities
  readonly events: Events
  readonly serial: Serial
  readonly session: Session
  readonly straying: Straying
  readonly tracking: Tracking
  /** Sentences of the backend itself that a person should see with the library's. */
  readonly notices: () => readonly string[]
}

export interface LibraryService {
  recent(): Promise<LibraryFace[]>
  /** Reopens the library that was open last; `null` on a first start. */
  current(): Promise<LibraryFace | null>
  open(folder: FolderId): Promise<LibraryFace>
  openRoot(root: Root): Promise<LibraryFace>
  choose(): Promise<LibraryFace>
  samples(folder: FolderId | undefined): Promise<LibraryFace>
  list(): Promise<Output<'library.list'>>
  browse(folder: FolderId | undefined): Promise<Output<'folders.browse'>>
  createFolder(parent: FolderId, name: string): Promise<Output<'folders.create'>>
  /** The root of the open library; fails when none is. */
  root(): Root
  /** The open library's root, `null` when none is. */
  openedRoot(): Root | null
  /** What is known of the articles in a root, for services that change them. */
  catalogueOf(root: Root): Catalogue
  dispose(): Promise<void>
}

export function createLibrary(needs: LibraryNeeds): LibraryService {
  const { files, folders, places, dialogs, identities, session, logger } = needs
  const catalogues = new Map<Root, Catalogue>()
  let library: OpenLibrary | null = null

  function face(root: Root): LibraryFace {
    return {
      folder: identities.folder(root),
      name: folders.name(root),
      displayPath: folders.display(root),
    }
  }

  function catalogueOf(root: Root): Catalogue {
    const known = catalogues.get(root)
    if (known !== undefined) return known
    const made = createCatalogue(root, needs)
    catalogues.set(root, made)
    return made
  }

  async function openRoot(root: Root): Promise<LibraryFace> {
    if (library?.root !== root) {
      const before = library
      const catalogue = catalogueOf(root)
      library = { root, catalogue, watching: watchCatalogue(root, catalogue, needs) }
      await before?.watching.stop()
    }
    // Not being able to remember is no reason not to open.
    await session.usedLibrary(root).catch((error: unknown) => logger.warn(String(error)))
    return face(root)
  }

  function opened(): OpenLibrary {
    if (library !== null) return library
    throw new AppError('not-found', 'No folder is open. Open one first.')
  }

  /** The folders used before that are still there. */
  async function usable(): Promise<Root[]> {
    const paths = await session.libraries()
    const roots = await Promise.all(paths.map((path) => folders.open(path).catch(() => null)))
    return [...new Set(roots.filter((root) => root !== null))]
  }

  async function browsed(root: Root): Promise<Output<'folders.browse'>> {
    const found = await folders.browse(root, { isArticle: isArticleName })
    return {
      folder: identities.folder(root),
      displayPath: folders.display(root),
      parent: found.parent === null ? null : identities.folder(found.parent),
      children: found.children.map(({ path, name, articles }) => ({
        folder: identities.folder(path),
        name,
        articles,
      })),
    }
  }

  return {
    recent: async () => (await usable()).map(face),

    async current() {
      if (library !== null) return face(library.root)
      const [last] = await session.libraries()
      const root = last === undefined ? null : await folders.open(last).catch(() => null)
      return root === null ? null : openRoot(root)
    },

    async open(folder) {
      return openRoot(await folders.open(identities.rootOf(folder)))
    },

    openRoot,

    async choose() {
      if (!dialogs) {
        throw new AppError('unavailable', 'This host has no folder dialog; browse for one instead.')
      }
      const path = await dialogs.chooseFolder()
      if (path === null) throw new AppError('cancelled', 'No folder was chosen.')
      return openRoot(await folders.open(path))
    },

    async samples(folder) {
      const from = await folders.open(places.samples).catch(() => {
        throw new AppError('unavailable', 'The sample articles are missing; reinstall Galley.')
      })
      const to =
        folder === undefined
          ? await folders.ensure(places.defaultLibrary)
          : await folders.open(identities.rootOf(folder))
      await copySamples(files, from, to)
      return openRoot(to)
    },

    async list() {
      const { catalogue, watching } = opened()
      const { articles, folders: inside, problems } = await catalogue.list()
      const watched = watching.problem()
      return {
        articles: [...articles],
        folders: [...inside],
        problems: [...problems, ...(watched === null ? [] : [watched]), ...needs.notices()],
      }
    },

    async browse(folder) {
      const root = folder === undefined ? places.home : identities.rootOf(folder)
      return browsed(await folders.open(root))
    },

    async createFolder(parent, name) {
      const problem = problemWithName(name)
      if (problem !== null) throw new AppError('invalid', problem)
      return browsed(await folders.create(identities.rootOf(parent), name))
    },

    root: () => opened().root,
    openedRoot: () => library?.root ?? null,
    catalogueOf,

    async dispose() {
      await library?.watching.stop()
      library = null
    },
  }
}
