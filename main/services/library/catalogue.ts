import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import {
  type ArticleSummary,
  MAX_ARTICLE_BYTES,
  type Revision,
} from '../../../shared/domain/article'
import type { FilePath, FileState, FileStore, Root } from '../../ports/fileStore'
import type { Clock, Logger } from '../../ports/host'
import type { Events } from '../events'
import { type Identities, keyOf } from '../identities'
import type { Serial } from '../serial'
import type { Session } from '../settings/session'
import { createFollowing } from './following'
import { shownInLibrary } from './shown'
import type { Straying } from './straying'
import { bareSummary, fileNameOf, summaryOf } from './summary'
import type { Tracking } from './tracking'

export interface Catalogued {
  readonly articles: readonly ArticleSummary[]
  readonly folders: readonly FilePath[]
  readonly problems: readonly string[]
}

/** What is known of a folder's articles; each is read again only when its file may have changed. */
export interface Catalogue {
  list(): Promise<Catalogued>
  /** What the last list answered; `null` before the first. */
  known(): Catalogued | null
  /** Looks at one file again. Resolves with whether the library shows anything else now. */
  look(path: FilePath): Promise<boolean>
  /** Takes note of a file whose text is at hand, after a save of our own. */
  note(path: FilePath, state: NotedState, text: string): ArticleSummary
  forget(path: FilePath): void
  /** Where an article's file is now that is not at its path: moved by another program, or `null`. */
  follow(path: FilePath): Promise<FilePath | null>
  /** Whether an article, in this state of its file, may link to another; true for one not read yet. */
  mayLink(path: FilePath, stamp: string): boolean
  hasFolder(path: FilePath): boolean
  noteFolder(path: FilePath): void
  /** Paths known under a folder that may be gone. */
  pathsUnder(folder: FilePath): readonly FilePath[]
}

interface Entry {
  readonly stamp: string
  readonly summary: ArticleSummary
  readonly revision: Revision | null
  readonly file?: string
  readonly mayLink: boolean
  /** When it was first seen here, in the clock's time; 0 for what was there from the start. */
  readonly since: number
}

/** The state of a file with the revision of its bytes, where those were read. */
type NotedState = FileState & { readonly revision?: Revision }

interface Needs {
  readonly files: FileStore
  readonly clock: Clock
  readonly identities: Identities
  readonly serial: Serial
  readonly tracking: Tracking
  readonly events: Events
  readonly session: Session
  readonly straying: Straying
  readonly logger: Logger
}

/** A list is answered within about this time; articles not read by then follow with `library.changed`. */
const LIST_BUDGET_MS = 600
const READ_AT_ONCE = 8
/** How long a file counts as new, for the search for one that was moved. */
const NEW_MS = 10_000

export function createCatalogue(root: Root, needs: Needs): Catalogue {
  const { files, clock, identities, serial, tracking, events, session, straying, logger } = needs
  const entries = new Map<FilePath, Entry>()
  let folders = new Set<FilePath>()
  let filling = false
  let last: Catalogued | null = null
  /** What was there when the folder was first looked at. */
  let old: Set<FilePath> | null = null

  const listed = (path: FilePath, state: Pick<FileState, 'size' | 'modified'>) => ({
    id: identities.article({ root, path }),
    path,
    state,
  })

  function enter(path: FilePath, state: NotedState, summary: ArticleSummary, mayLink = true): void {
    const since = entries.get(path)?.since ?? (old?.has(path) === false ? clock.now() : 0)
    const { stamp, revision = null, file } = state
    const known = { stamp, summary, revision, since, mayLink }
    entries.set(path, file === undefined ? known : { ...known, file })
  }

  function note(path: FilePath, state: NotedState, text: string): ArticleSummary {
    const summary = summaryOf(listed(path, state), text)
    enter(path, state, summary, mayLinkToArticles(text))
    return summary
  }

  const exists = async (path: FilePath): Promise<boolean> => (await files.stat(root, path)) !== null

  /** Reads files that nobody has told of yet, so that they can be found. */
  async function meet(): Promise<void> {
    // Without waiting in line for any file: whoever seeks one may be holding its place in the line.
    const { files: found } = await files.list(root, shownInLibrary)
    for (const { path, problem, ...state } of found) {
      if (problem === undefined && !entries.has(path)) await read(path, state)
    }
  }

  /** Those who ask at the same time are answered by one look. */
  let meeting: Promise<void> | null = null
  function meetTogether(): Promise<void> {
    meeting ??= meet().finally(() => {
      meeting = null
    })
    return meeting
  }

  const newcomers = (): readonly (Entry & { readonly path: FilePath })[] =>
    [...entries].flatMap(([path, entry]) =>
      entry.since > clock.now() - NEW_MS && entry.since > 0 ? [{ path, ...entry }] : [],
    )

  const following = createFollowing({
    clock,
    exists,
    async newcomers() {
      await meet()
      return newcomers().filter(({ path }) => !tracking.isTracked({ root, path }))
    },
    async moved(from, to) {
      const { id } = listed(from, to.summary)
      identities.moved(id, to.path)
      tracking.moved({ root, path: from }, { root, path: to.path })
      const entry = entries.get(to.path)
      const summary = { ...to.summary, id }
      if (entry !== undefined) entries.set(to.path, { ...entry, summary })
      await session.moved(root, from, to.path).catch((error: unknown) => {
        logger.warn(String(error))
      })
      events.emit('article.moved', { summary })
      events.emit('library.changed', {})
      if (to.revision !== null) tracking.found({ root, path: to.path }, to.revision)
      straying.moved(root, { from, to: to.path })
    },
    gone: (path) => tracking.found({ root, path }, null),
  })

  /** Articles that are on no page are looked for as well, because others may link to them. */
  const missing = createFollowing({
    clock,
    exists,
    async newcomers() {
      await meetTogether()
      return newcomers()
    },
    moved: async (from, to) => straying.moved(root, { from, to: to.path }),
    gone: () => undefined,
  })

  /** Reads a file's row; one that cannot be read is a row, too, with the reason. */
  async function read(path: FilePath, found: FileState): Promise<void> {
    try {
      const file = await files.read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
      tracking.found({ root, path }, file.revision)
      try {
        note(path, file, decodeArticle(file.bytes).text)
      } catch (error) {
        enter(path, file, unreadable(path, file, error))
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return
      enter(path, found, unreadable(path, found, error))
    }
  }

  function unreadable(path: FilePath, state: FileState, error: unknown): ArticleSummary {
    return bareSummary(listed(path, state), problemOf(error, fileNameOf(path)))
  }

  async function gone(path: FilePath): Promise<boolean> {
    const known = entries.get(path)
    entries.delete(path)
    old?.delete(path)
    if (tracking.isTracked({ root, path })) following.lost(path, known)
    else missing.lost(path, known)
    return known !== undefined
  }

  function look(path: FilePath): Promise<boolean> {
    return serial.run(keyOf({ root, path }), async () => {
      const before = entries.get(path)
      const state = await files.stat(root, path).catch(() => null)
      if (state === null || state.isFolder) return gone(path)
      if (before?.stamp === state.stamp) return false
      await read(path, state)
      return !isSameRow(before?.summary, entries.get(path)?.summary)
    })
  }

  async function readAll(paths: readonly FilePath[], until: number): Promise<readonly FilePath[]> {
    const rest = [...paths]
    const worker = async (): Promise<void> => {
      for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
        await look(path)
        if (clock.now() >= until) return
      }
    }
    await Promise.all(Array.from({ length: READ_AT_ONCE }, worker))
    return rest
  }

  /** Reads what a list had no time for. */
  async function fill(paths: readonly FilePath[]): Promise<void> {
    if (filling) return
    filling = true
    try {
      await readAll(paths, Number.POSITIVE_INFINITY)
    } finally {
      filling = false
    }
    events.emit('library.changed', {})
  }

  async function list(): Promise<Catalogued> {
    const until = clock.now() + LIST_BUDGET_MS
    const listing = await files.list(root, shownInLibrary)
    folders = new Set(listing.folders)
    const present = new Set(listing.files.map(({ path }) => path))
    old ??= new Set(present)
    for (const path of [...entries.keys()]) if (!present.has(path)) await look(path)
    const stale: FilePath[] = []
    for (const { path, problem, ...state } of listing.files) {
      if (problem !== undefined) {
        const summary = bareSummary(listed(path, state), problem)
        enter(path, state, summary)
      } else if (entries.get(path)?.stamp !== state.stamp) {
        stale.push(path)
      }
    }
    const unread = await readAll(stale.reverse(), until)
    if (unread.length > 0) void fill(unread)
    const articles = listing.files.map(
      ({ path, ...state }) => entries.get(path)?.summary ?? bareSummary(listed(path, state)),
    )
    last = { articles, folders: listing.folders, problems: listing.problems }
    return last
  }

  return {
    list,
    known: () => last,
    look,
    note,
    forget(path) {
      entries.delete(path)
    },
    async follow(path) {
      const was = entries.get(path) ?? { revision: tracking.revisionOf({ root, path }) }
      // Its file is looked for, so that it must not be looked at: whoever asks may be holding it.
      entries.delete(path)
      return following.find(path, was)
    },
    mayLink(path, stamp) {
      const entry = entries.get(path)
      return entry?.stamp !== stamp || entry.mayLink
    },
    hasFolder: (path) => folders.has(path),
    noteFolder(path) {
      path.split('/').reduce((parent, part) => {
        const folder = parent === '' ? part : `${parent}/${part}`
        if (folder !== '') folders.add(folder)
        return folder
      }, '')
    },
    pathsUnder: (folder) => [...entries.keys()].filter((path) => path.startsWith(`${folder}/`)),
  }
}

function isSameRow(a: ArticleSummary | undefined, b: ArticleSummary | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a text names any article's file; what is encoded may name one. */
function mayLinkToArticles(text: string): boolean {
  return /\.m(?:d|kd|arkdown)|%[0-9a-f]{2}/i.test(text)
}

/** A failure as the sentence that a row or an opening shows. */
export function problemOf(error: unknown, fileName: string): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.includes(fileName) ? message : `“${fileName}” cannot be opened. ${message}`
}
