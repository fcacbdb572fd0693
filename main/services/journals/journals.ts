import type { Output, ParsedInput } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import { spliceBetween } from '../../../shared/domain/splice'
import type { FileStore, Root } from '../../ports/fileStore'
import type { GrowingFolder, Processes } from '../../ports/growingFolder'
import type { Clock, Logger, RandomId } from '../../ports/host'
import type { Events } from '../events'
import { type ArticlePlace, type Identities, keyOf } from '../identities'
import { fileNameOf, folderOf } from '../library/summary'
import type { Serial } from '../serial'
import { entryOfJournal, type JournalEntry, readJournal, startOfJournal } from './journal'
import { createLost, type LostJournal, readText } from './lostJournals'

export interface JournalsNeeds {
  readonly folder: GrowingFolder
  readonly processes: Processes
  readonly files: FileStore
  readonly clock: Clock
  readonly logger: Logger
  readonly randomId: RandomId
  readonly identities: Identities
  readonly serial: Serial
  readonly events: Events
}

type AppendWish = ParsedInput<'journals.append'>

/** Keeps what is typed and not saved yet, so that it outlives a crash of page, backend or machine. */
export interface Journals {
  append(wish: AppendWish): Promise<Output<'journals.append'>>
  /** All that a page had to say is in the file, or was given up. */
  clear(wish: ParsedInput<'journals.clear'>): Promise<void>
  /** Words of an article that no page that runs has on it. */
  take(wish: ParsedInput<'journals.take'>): Promise<Output<'journals.take'>>
  pending(root: Root): Promise<Output<'journals.pending'>>
  /** A page answers that it is there. */
  here(page: string): void
  /** The text of a file as it was read or written: what a journal starts from. */
  knows(place: ArticlePlace, file: { readonly revision: Revision; readonly text: string }): void
  /** The article's file is about to be given this state. */
  saving(place: ArticlePlace, revision: Revision): Promise<void>
  dispose(): Promise<void>
}

interface Live {
  readonly name: string
  readonly place: ArticlePlace
  readonly page: string
  /** Entries that its page has had kept. */
  count: number
  size: number
  /** It is written afresh when it grows beyond this. */
  limit: number
}

const LEAST_LIMIT = 256 * 1024
const REMEMBERED = 8
/** A slow disk under the journal must not keep a save from its own. */
const MARK_MS = 250
/** More saves than this are never under way at once. */
const KEPT_REVISIONS = 20
/** No entry has this number: the page has to start anew. */
const LOST_COUNT = -1

export function createJournals(needs: JournalsNeeds): Journals {
  const { folder, processes, files, clock, logger, randomId, identities, serial } = needs
  const run = randomId()
  /** One page shows one article at a time. */
  const live = new Map<string, Live>()
  /** The file of each page. It is chosen before it is written: a failure may come after it is there. */
  const names = new Map<string, { readonly name: string; readonly place: ArticlePlace }>()
  /** The state that each article's file was given last, or is being given. */
  const savings = new Map<string, Revision>()
  const texts = new Map<string, { readonly revision: Revision; readonly text: string }>()
  const isOurs = (name: string): boolean => [...names.values()].some((each) => each.name === name)
  const lost = createLost({ ...needs, run, isOurs })
  const alone = <T>(page: string, work: () => Promise<T>): Promise<T> =>
    serial.run(`journal:${page}`, work)

  /** The text of the file at `revision`, if it can still be had. */
  async function textAt(place: ArticlePlace, revision: string): Promise<string | null> {
    const known = texts.get(keyOf(place))
    if (known?.revision === revision) return known.text
    const file = await readText(files, place)
    return file?.revision === revision ? file.text : null
  }

  async function begin(place: ArticlePlace, wish: AppendWish): Promise<boolean> {
    const { change } = wish
    const baseText = await textAt(place, wish.base)
    if (change.kind === 'splice' && baseText === null) return false
    const time = clock.now()
    const under = savings.get(keyOf(place))
    const header = { ...place, base: wish.base, owner: processes.own, run, page: wish.page }
    const bytes = startOfJournal(header, [
      ...(baseText === null ? [] : [{ kind: 'base', text: baseText } as const]),
      { ...change, time },
      // A save may be under way that began before there was a journal to mark.
      ...(under === undefined ? [] : [{ kind: 'saving', revision: under } as const]),
    ])
    const name = names.get(wish.page)?.name ?? `${randomId()}.journal`
    names.set(wish.page, { name, place })
    await folder.write(name, bytes)
    const size = bytes.length
    live.set(wish.page, {
      name,
      place,
      page: wish.page,
      count: 1,
      size,
      limit: Math.max(LEAST_LIMIT, 2 * size),
    })
    if (wish.holdsTaken) await lost.forget(place, wish.page)
    return true
  }

  async function add(journal: Live, entry: JournalEntry): Promise<void> {
    const bytes = entryOfJournal(entry)
    await folder.append(journal.name, bytes, journal.size)
    journal.size += bytes.length
  }

  /** Writes a journal afresh, from the last text that the file is known to have had. */
  async function compact(journal: Live): Promise<void> {
    const bytes = await folder.read(journal.name)
    const found = bytes === null ? null : readJournal(bytes)
    if (found?.kind !== 'sound') return
    const { header, baseText, text, time, revisions } = found.journal
    const saved = texts.get(keyOf(journal.place))
    const from =
      saved && revisions.has(saved.revision)
        ? { base: saved.revision, text: saved.text }
        : { base: header.base, text: baseText }
    const splice = from.text === null ? null : spliceBetween(from.text, text)
    const fresh = startOfJournal({ ...header, base: from.base }, [
      ...(from.text === null ? [] : [{ kind: 'base', text: from.text } as const]),
      splice === null ? { kind: 'whole', text, time } : { kind: 'splice', ...splice, time },
      ...[...revisions]
        .slice(-KEPT_REVISIONS)
        .map((revision) => ({ kind: 'saving', revision }) as const),
    ])
    await folder.write(journal.name, fresh)
    journal.size = fresh.length
    journal.limit = Math.max(LEAST_LIMIT, 2 * fresh.length)
  }

  return {
    append: (wish) =>
      alone(wish.page, async () => {
        const place = identities.placeOf(wish.id)
        if (wish.number === 0 || wish.change.kind === 'whole') {
          return { kept: await begin(place, wish) }
        }
        const journal = live.get(wish.page)
        if (journal?.count !== wish.number || keyOf(journal.place) !== keyOf(place)) {
          return { kept: false }
        }
        try {
          await add(journal, { ...wish.change, time: clock.now() })
        } catch (error) {
          journal.count = LOST_COUNT
          // It was taken away under us: the page sends all of its text, and a new one is made.
          const isGone =
            error instanceof AppError && (error.code === 'not-found' || error.code === 'conflict')
          if (isGone) return { kept: false }
          throw error
        }
        journal.count += 1
        if (journal.size > journal.limit) await compact(journal)
        return { kept: true }
      }),

    clear: ({ id, page, words }) =>
      alone(page, async () => {
        if (words === 'taken') return lost.forget(identities.placeOf(id), page)
        const own = names.get(page)
        if (own === undefined) return
        await folder.remove(own.name)
        names.delete(page)
        live.delete(page)
      }),

    take: ({ id, page, revision }) => lost.take(identities.placeOf(id), { page, revision }),

    async pending(root) {
      const { found, problems } = await lost.find()
      // A page of this backend is asked when its article is opened.
      const inLibrary = found.filter(
        ({ journal }) =>
          journal.header.root === root && (journal.isOver || journal.header.run !== run),
      )
      const articles = await Promise.all(
        inLibrary.map(async ({ journal }: LostJournal) => {
          const { path } = journal.header
          const state = await files.stat(root, path).catch(() => null)
          return (await readText(files, { root, path }))?.text === journal.text
            ? []
            : [
                {
                  id: identities.article({ root, path }),
                  fileName: fileNameOf(path),
                  folder: folderOf(path),
                  written: journal.time,
                  isGone: state === null,
                },
              ]
        }),
      )
      return { articles: articles.flat(), problems: [...problems] }
    },

    here: lost.here,

    knows(place, file) {
      const key = keyOf(place)
      texts.delete(key)
      texts.set(key, file)
      const [oldest] = texts.keys()
      if (texts.size > REMEMBERED && oldest !== undefined) texts.delete(oldest)
    },

    async saving(place, revision) {
      savings.set(keyOf(place), revision)
      // Also those that are being begun: they are marked in their turn.
      const pages = [...names].filter(([, each]) => keyOf(each.place) === keyOf(place))
      if (pages.length === 0) return
      const marked = Promise.all(
        pages.map(([page, { name }]) =>
          alone(page, async () => {
            const now = live.get(page)
            if (now?.name === name) await add(now, { kind: 'saving', revision })
          }),
        ),
      ).catch((error: unknown) => logger.warn(`The journal could not be marked: ${String(error)}`))
      let cancel: () => void = () => undefined
      const late = new Promise<void>((resolve) => {
        cancel = clock.after(MARK_MS, resolve)
      })
      await Promise.race([marked, late])
      cancel()
    },

    async dispose() {
      const own = [...live.values()]
      live.clear()
      for (const journal of own) {
        await alone(journal.page, () => add(journal, { kind: 'over' })).catch(() => undefined)
      }
    },
  }
}
