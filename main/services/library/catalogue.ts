import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import { type ArticleSummary, MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import type { FilePath, FileState, FileStore, Root } from '../../ports/fileStore'
import type { Clock } from '../../ports/host'
import type { Events } from '../events'
import { type Identities, keyOf } from '../identities'
import type { Serial } from '../serial'
import { shownInLibrary } from './shown'
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
  note(path: FilePath, state: FileState, text: string): ArticleSummary
  forget(path: FilePath): void
  hasFolder(path: FilePath): boolean
  noteFolder(path: FilePath): void
  /** Paths known under a folder that may be gone. */
  pathsUnder(folder: FilePath): readonly FilePath[]
}

interface Entry {
  readonly stamp: string
  readonly summary: ArticleSummary
}

interface Needs {
  readonly files: FileStore
  readonly clock: Clock
  readonly identities: Identities
  readonly serial: Serial
  readonly tracking: Tracking
  readonly events: Events
}

/** A list is answered within about this time; articles not read by then follow with `library.changed`. */
const LIST_BUDGET_MS = 600
const READ_AT_ONCE = 8

export function createCatalogue(root: Root, needs: Needs): Catalogue {
  const { files, clock, identities, serial, tracking, events } = needs
  const entries = new Map<FilePath, Entry>()
  let folders = new Set<FilePath>()
  let filling = false
  let last: Catalogued | null = null

  const listed = (path: FilePath, state: Pick<FileState, 'size' | 'modified'>) => ({
    id: identities.article({ root, path }),
    path,
    state,
  })

  function note(path: FilePath, state: FileState, text: string): ArticleSummary {
    const summary = summaryOf(listed(path, state), text)
    entries.set(path, { stamp: state.stamp, summary })
    return summary
  }

  /** Reads a file's row; one that cannot be read is a row, too, with the reason. */
  async function read(path: FilePath, found: FileState): Promise<void> {
    try {
      const file = await files.read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
      tracking.found({ root, path }, file.revision)
      try {
        note(path, file, decodeArticle(file.bytes).text)
      } catch (error) {
        entries.set(path, { stamp: file.stamp, summary: unreadable(path, file, error) })
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return
      entries.set(path, { stamp: found.stamp, summary: unreadable(path, found, error) })
    }
  }

  function unreadable(path: FilePath, state: FileState, error: unknown): ArticleSummary {
    return bareSummary(listed(path, state), problemOf(error, fileNameOf(path)))
  }

  async function gone(path: FilePath): Promise<boolean> {
    const known = entries.delete(path)
    tracking.found({ root, path }, null)
    return known
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

  return {
    async list() {
      const until = clock.now() + LIST_BUDGET_MS
      const listing = await files.list(root, shownInLibrary)
      folders = new Set(listing.folders)
      const present = new Set(listing.files.map(({ path }) => path))
      for (const path of [...entries.keys()]) if (!present.has(path)) await look(path)
      const stale: FilePath[] = []
      for (const { path, problem, ...state } of listing.files) {
        if (problem !== undefined) {
          const summary = bareSummary(listed(path, state), problem)
          entries.set(path, { stamp: state.stamp, summary })
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
    },
    known: () => last,
    look,
    note,
    forget(path) {
      entries.delete(path)
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

/** A failure as the sentence that a row or an opening shows. */
export function problemOf(error: unknown, fileName: string): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.includes(fileName) ? message : `“${fileName}” cannot be opened. ${message}`
}
