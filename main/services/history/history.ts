import * as v from 'valibot'
import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import type { GrowingFolder } from '../../ports/growingFolder'
import type { Clock, Logger, RandomId } from '../../ports/host'
import type { Packing } from '../../ports/packing'
import type { ArticlePlace } from '../identities'
import { decodeRecords, encodeRecord } from '../records'
import type { Serial } from '../serial'
import { type NewRevision, openRevisionLog, type RevisionLog } from './revisionLog'
import type { ThinningRule } from './thinning'

export interface HistoryNeeds {
  /** The folder of a library's history. */
  readonly historyFolder: (root: Root) => GrowingFolder
  readonly packing: Packing
  readonly files: FileStore
  readonly clock: Clock
  readonly logger: Logger
  readonly randomId: RandomId
  readonly serial: Serial
  rule(): Promise<ThinningRule>
  /** A sentence for the person when no versions are kept; `null` when they are again. */
  troubled?(problem: string | null): void
}

type Version = Pick<NewRevision, 'text' | 'revision' | 'encoding'>

/** Every version of every article. What fails here never keeps an article from being saved. */
export interface History {
  /** The file says this, and is about to be replaced: it is kept unless it is already. */
  replacing(place: ArticlePlace, version: Version & { readonly modified: number }): Promise<void>
  /** The file says this now, by a save of ours. */
  saved(place: ArticlePlace, version: Version): Promise<void>
  moved(from: ArticlePlace, to: ArticlePlace): Promise<void>
  list(place: ArticlePlace): Promise<Output<'history.list'>>
  text(place: ArticlePlace, n: number): Promise<string>
  name(place: ArticlePlace, n: number, name: string): Promise<void>
}

const CATALOGUE = 'articles'
const Placed = v.object({ path: v.string(), key: v.nullable(v.string()) })
/** Of a text shorter than this, a third is soon gone. */
const MIN_WORDS = 20
const LARGE_CUT = 0.3
const THIN_EVERY = 50

interface Library {
  readonly folder: GrowingFolder
  readonly keys: Map<FilePath, string>
  /** Every article that ever had a history, also those whose file is elsewhere now. */
  readonly all: Set<string>
  readonly logs: Map<string, RevisionLog>
  size: number
}

export function createHistory(needs: HistoryNeeds): History {
  const { historyFolder, files, clock, logger, randomId, serial } = needs
  const libraries = new Map<Root, Promise<Library>>()

  const alone = <T>(root: Root, work: () => Promise<T>): Promise<T> =>
    serial.run(`history:${root}`, work)

  function libraryOf(root: Root): Promise<Library> {
    const known = libraries.get(root)
    if (known !== undefined) return known
    const loading = load(root)
    libraries.set(root, loading)
    loading.catch(() => libraries.delete(root))
    return loading
  }

  async function load(root: Root): Promise<Library> {
    const folder = historyFolder(root)
    const library: Library = { folder, keys: new Map(), all: new Set(), logs: new Map(), size: 0 }
    const bytes = (await folder.read(CATALOGUE)) ?? new Uint8Array()
    const { records, sound } = decodeRecords(bytes)
    for (const record of records) {
      const placed = v.safeParse(Placed, record)
      if (placed.success) place(library, placed.output)
    }
    if (sound < bytes.length) await folder.write(CATALOGUE, bytes.subarray(0, sound))
    library.size = sound
    return library
  }

  function place({ keys, all }: Library, { path, key }: v.InferOutput<typeof Placed>): void {
    if (key === null) keys.delete(path)
    else {
      keys.set(path, key)
      all.add(key)
    }
  }

  async function note(library: Library, placed: v.InferOutput<typeof Placed>): Promise<void> {
    const bytes = encodeRecord(placed)
    try {
      await library.folder.append(CATALOGUE, bytes, library.size)
      library.size += bytes.length
    } catch (error) {
      const size = error instanceof AppError ? error.details.size : undefined
      if (typeof size !== 'number') throw error
      // Another Galley wrote here; what it placed is read at the next start.
      await library.folder.append(CATALOGUE, bytes, size)
      library.size = size + bytes.length
    }
    place(library, placed)
  }

  async function logOf(library: Library, key: string): Promise<RevisionLog> {
    const known = library.logs.get(key)
    if (known !== undefined) return known
    const log = await openRevisionLog(key, { ...needs, folder: library.folder })
    if (log === null) {
      throw new AppError(
        'unavailable',
        'The history of this article was written by another version of Galley. It was left as it is.',
      )
    }
    library.logs.set(key, log)
    return log
  }

  /** The history of the article at a place; one whose file went away comes along with its content. */
  async function find(
    { root, path }: ArticlePlace,
    revision: string | null,
  ): Promise<{ readonly library: Library; readonly log: RevisionLog | null }> {
    const library = await libraryOf(root)
    const key = library.keys.get(path)
    const own = key === undefined ? null : await logOf(library, key)
    if (revision === null || own?.all().some((each) => each.revision === revision)) {
      return { library, log: own }
    }
    const placed = new Map([...library.keys].map(([at, each]) => [each, at]))
    for (const candidate of library.all) {
      if (candidate === key) continue
      const at = placed.get(candidate)
      if (at !== undefined && (await files.stat(root, at).catch(() => null)) !== null) continue
      const log = await logOf(library, candidate).catch(() => null)
      if (log?.all().at(-1)?.revision !== revision) continue
      if (at !== undefined) await note(library, { path: at, key: null })
      await note(library, { path, key: candidate })
      return { library, log }
    }
    return { library, log: own }
  }

  async function findOrMake(at: ArticlePlace, revision: string): Promise<RevisionLog> {
    const { library, log } = await find(at, revision)
    if (log !== null) return log
    const key = `a${randomId()}`
    await note(library, { path: at.path, key })
    return logOf(library, key)
  }

  async function keep(at: ArticlePlace, revision: NewRevision): Promise<void> {
    const log = await findOrMake(at, revision.revision)
    const before = log.all().at(-1)
    const change = await log.add(revision)
    if (change === null || before === undefined) return
    const isLargeCut = before.words >= MIN_WORDS && change.removed > before.words * LARGE_CUT
    if (isLargeCut) await log.mark(before.n, { pinned: true })
    if (log.all().length % THIN_EVERY === 0) await log.thin(clock.now(), await needs.rule())
  }

  /** The article is what counts: its history is written as well as can be. */
  function tolerantly(root: Root, work: () => Promise<void>): Promise<void> {
    return alone(root, work).then(
      () => needs.troubled?.(null),
      (error: unknown) => {
        logger.warn(`The history could not be written: ${String(error)}`)
        const why = error instanceof AppError ? error.message : 'The disk did not take it.'
        needs.troubled?.(
          `Articles are saved, but no versions are kept in “.galley” at the moment. ${why}`,
        )
      },
    )
  }

  async function known(at: ArticlePlace): Promise<RevisionLog | null> {
    const limit = { maxBytes: MAX_ARTICLE_BYTES }
    const file = await files.read(at.root, at.path, limit).catch(() => null)
    return (await find(at, file?.revision ?? null)).log
  }

  async function knownRevision(at: ArticlePlace, n: number): Promise<RevisionLog> {
    const log = await known(at)
    if (log?.all().some((each) => each.n === n)) return log
    throw new AppError('not-found', `There is no revision ${n} of this article.`)
  }

  return {
    replacing: (at, { modified, ...version }) =>
      tolerantly(at.root, () => keep(at, { ...version, time: modified, reason: 'found' })),

    saved: (at, version) =>
      tolerantly(at.root, () => keep(at, { ...version, time: clock.now(), reason: 'save' })),

    moved: (from, to) =>
      tolerantly(from.root, async () => {
        const library = await libraryOf(from.root)
        const key = library.keys.get(from.path)
        if (key === undefined) return
        await note(library, { path: from.path, key: null })
        await note(library, { path: to.path, key })
      }),

    list: (at) =>
      alone(at.root, async () => {
        const log = await known(at)
        await log?.thin(clock.now(), await needs.rule())
        const all = log?.all() ?? []
        return {
          revisions: all
            .map(({ n, revision, time, words, added, removed, reason, name, pinned }) => ({
              n,
              revision,
              time,
              words,
              added,
              removed,
              reason,
              name,
              pinned,
            }))
            .reverse(),
        }
      }),

    text: (at, n) => alone(at.root, async () => (await knownRevision(at, n)).text(n)),

    name: (at, n, name) =>
      alone(at.root, async () => (await knownRevision(at, n)).mark(n, { name })),
  }
}

/** A version of an article from the bytes of its file; `null` for what is no text. */
export function versionOf(file: {
  readonly bytes: Uint8Array
  readonly revision: Version['revision']
}): Version | null {
  try {
    return { ...decodeArticle(file.bytes), revision: file.revision }
  } catch {
    return null
  }
}
