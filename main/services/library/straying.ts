import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import type { Clock, Logger, RandomId } from '../../ports/host'
import { linkingTo, type Relocation, strayAddresses, textOf } from '../articles/relinking'
import type { Events } from '../events'
import { fileNameOf } from './summary'

/** Links that could follow articles which another program renamed or moved, if the person wants it, and those in them. */
export interface LinkOffer {
  readonly root: Root
  /** Everything that moved together. */
  readonly all: readonly Relocation[]
  /** What of it others link to. */
  readonly moved: readonly Relocation[]
  /** The articles that link to where those were. */
  readonly linking: readonly FilePath[]
  /** Those that moved whose own links or pictures are not found from where they are now. */
  readonly strayed: readonly Relocation[]
}

/** Gathers what other programs renamed, and offers to let the links follow. */
export interface Straying {
  moved(root: Root, moved: Relocation): void
  /** The offer of this name, once. */
  take(offer: string): LinkOffer | null
  dispose(): void
}

interface Needs {
  readonly files: FileStore
  readonly clock: Clock
  readonly events: Events
  readonly logger: Logger
  readonly randomId: RandomId
}

/** A folder that is renamed moves many articles: they are one offer. */
const GATHER_MS = 300
/** Offers that nobody took are forgotten in time. */
const MOST_OFFERS = 20

export function createStraying({ files, clock, events, logger, randomId }: Needs): Straying {
  const offers = new Map<string, LinkOffer>()
  const gathering = new Map<Root, Map<FilePath, FilePath>>()
  const waiting = new Map<Root, () => void>()

  async function offer(root: Root): Promise<void> {
    waiting.delete(root)
    const gathered = [...(gathering.get(root) ?? [])].map(([from, to]) => ({ from, to }))
    gathering.delete(root)
    const links = await linkingTo(files, root, new Set(gathered.map(({ from }) => from)))
    const linked = new Set([...links.values()].flatMap((targets) => [...targets]))
    const moved = gathered.filter(({ from }) => linked.has(from))
    const strayed: Relocation[] = []
    for (const at of gathered) {
      const own = await strayAddresses(files, root, await textOf(files, root, at.to), at, gathered)
      if (own.length > 0) strayed.push(at)
    }
    if (moved.length + strayed.length === 0) return
    const linking = [...links.keys()]
    const name = randomId()
    offers.set(name, { root, all: gathered, moved, linking, strayed })
    for (const old of [...offers.keys()].slice(0, -MOST_OFFERS)) offers.delete(old)
    events.emit('links.left', {
      offer: name,
      moved: gathered
        .filter((at) => moved.includes(at) || strayed.includes(at))
        .map(({ from, to }) => ({ from: fileNameOf(from), to: fileNameOf(to) })),
      articles: linking.map(fileNameOf),
      strayed: strayed.map(({ to }) => fileNameOf(to)),
    })
  }

  return {
    moved(root, { from, to }) {
      const gathered = gathering.get(root) ?? new Map<FilePath, FilePath>()
      // One that went on twice was linked to where it was first.
      const first = [...gathered].find(([, at]) => at === from)?.[0] ?? from
      gathered.set(first, to)
      gathering.set(root, gathered)
      waiting.get(root)?.()
      const wait = clock.after(
        GATHER_MS,
        () => void offer(root).catch((error: unknown) => logger.warn(String(error))),
      )
      waiting.set(root, wait)
    },
    take(name) {
      const taken = offers.get(name) ?? null
      offers.delete(name)
      return taken
    },
    dispose() {
      for (const cancel of waiting.values()) cancel()
    },
  }
}
