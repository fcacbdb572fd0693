import type { Output } from '../../../shared/api/contract'
import { decodeArticle } from '../../../shared/article'
import type { Revision } from '../../../shared/domain/article'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import type { FileStore } from '../../ports/fileStore'
import type { GrowingFolder, Processes } from '../../ports/growingFolder'
import type { Clock } from '../../ports/host'
import type { Events } from '../events'
import { type ArticlePlace, keyOf } from '../identities'
import { type Replayed, readJournal } from './journal'

export interface LostJournal {
  readonly name: string
  readonly journal: Replayed
}

interface LostNeeds {
  readonly folder: GrowingFolder
  readonly processes: Processes
  readonly files: FileStore
  readonly clock: Clock
  readonly events: Events
  /** Names this run of the backend. */
  readonly run: string
  /** Whether a page of this run writes this journal. */
  isOurs(name: string): boolean
}

export interface Lost {
  /** The journals that nobody writes any more. */
  find(): Promise<{
    readonly found: readonly LostJournal[]
    readonly problems: readonly string[]
  }>
  take(
    place: ArticlePlace,
    wish: { readonly page: string; readonly revision: Revision | null },
  ): Promise<Output<'journals.take'>>
  here(page: string): void
  /** What was taken for this page is in its own journal now, or in the file, or given up. */
  forget(place: ArticlePlace, page: string): Promise<void>
}

/** What a file says now; `null` where it cannot be told. */
export async function readText(
  files: FileStore,
  { root, path }: ArticlePlace,
): Promise<{ readonly revision: Revision; readonly text: string } | null> {
  try {
    const { bytes, revision } = await files.read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
    return { revision, text: decodeArticle(bytes).text }
  } catch {
    return null
  }
}

const ENDING = '.journal'
/** A page of this backend that runs answers in this time. */
const ANSWER_MS = 400

/** Finds the journals whose page or process is gone, and gives their words back. */
export function createLost(needs: LostNeeds): Lost {
  const { folder, processes, files, clock, events, run, isOurs } = needs
  const taken = new Map<string, readonly string[]>()
  const asked = new Map<string, () => void>()
  const takenKey = (place: ArticlePlace, page: string): string => `${keyOf(place)}\0${page}`

  async function find(): Promise<{ found: LostJournal[]; problems: string[] }> {
    const found: LostJournal[] = []
    const problems: string[] = []
    for (const { name } of await folder.list()) {
      if (!name.endsWith(ENDING)) continue
      const bytes = await folder.read(name)
      if (bytes === null) continue
      const read = readJournal(bytes)
      if (read.kind === 'foreign') {
        problems.push(
          `Another version of Galley left unsaved text in “${name}”, which this one cannot read. It was left in ${folder.displayPath}.`,
        )
      } else if (read.kind === 'empty') {
        if (!isOurs(name)) await folder.remove(name).catch(() => undefined)
      } else if (isLost(name, read.journal)) found.push({ name, journal: read.journal })
    }
    return { found: found.sort((a, b) => b.journal.time - a.journal.time), problems }
  }

  function isLost(name: string, { header, isOver }: Replayed): boolean {
    if (isOver) return true
    if (header.run === run) return isOurs(name)
    return processes.stateOf(header.owner) === 'gone'
  }

  /** Whether a page that runs in this backend has these words on it. */
  function isOnPage(journal: Replayed, asking: string): Promise<boolean> {
    const { page } = journal.header
    if (journal.header.run !== run || journal.isOver) return Promise.resolve(false)
    if (page === asking) return Promise.resolve(true)
    return new Promise((resolve) => {
      const cancel = clock.after(ANSWER_MS, () => {
        asked.delete(page)
        resolve(false)
      })
      asked.set(page, () => {
        cancel()
        asked.delete(page)
        resolve(true)
      })
      events.emit('journal.whose', { page })
    })
  }

  return {
    find,

    async take(place, { page, revision }) {
      const { found } = await find()
      for (const { name, journal } of found) {
        const { root, path } = journal.header
        if (root !== place.root || path !== place.path) continue
        if (await isOnPage(journal, page)) continue
        if ((await readText(files, place))?.text === journal.text) {
          await folder.remove(name)
          continue
        }
        const key = takenKey(place, page)
        taken.set(key, [...(taken.get(key) ?? []), name])
        return {
          text: journal.text,
          baseText: journal.baseText,
          written: journal.time,
          fits: revision !== null && journal.revisions.has(revision),
        }
      }
      return null
    },

    here: (page) => asked.get(page)?.(),

    async forget(place, page) {
      const key = takenKey(place, page)
      const names = taken.get(key) ?? []
      taken.delete(key)
      for (const name of names) await folder.remove(name)
    },
  }
}
