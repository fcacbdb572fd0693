import { beforeEach, expect, it } from 'vitest'
import type { Revision } from '../../../shared/domain/article'
import { createMemoryDisk, createMemoryFileStore } from '../../adapters/memory/memoryFileStore'
import { createMemoryGrowingFolder } from '../../adapters/memory/memoryGrowingFolder'
import type { Root } from '../../ports/fileStore'
import type { GrowingFolder } from '../../ports/growingFolder'
import { createEvents } from '../events'
import { createIdentities } from '../identities'
import { createSerial } from '../serial'
import { readJournal } from './journal'
import { createJournals } from './journals'

const place = { root: '/library' as Root, path: 'talks.md' }
const BEFORE = 'before' as Revision
const SAVED = 'saved' as Revision
const kept = new Map<string, Uint8Array>()
beforeEach(() => kept.clear())

function journalsOver(folder: GrowingFolder) {
  let ids = 0
  const randomId = (): string => `id${ids++}`
  const identities = createIdentities(randomId)
  const journals = createJournals({
    folder,
    processes: { own: 'this one', stateOf: () => 'gone' },
    files: createMemoryFileStore(createMemoryDisk()),
    clock: { now: () => 0, after: () => () => undefined },
    logger: { warn() {} },
    randomId,
    identities,
    serial: createSerial(),
    events: createEvents(() => undefined),
  })
  journals.knows(place, { revision: BEFORE, text: 'Five' })
  const id = identities.article(place)
  const append = () =>
    journals.append({
      id,
      page: 'page',
      base: BEFORE,
      number: 0,
      change: { kind: 'splice', at: 4, removed: 0, text: ' hours' },
      holdsTaken: false,
    })
  return { journals, append }
}

/** The states of the file for which the next start would bring the words back without a question. */
function fitting(): readonly string[] {
  const [bytes] = kept.values()
  const read = bytes === undefined ? null : readJournal(bytes)
  return read?.kind === 'sound' ? [...read.journal.revisions] : []
}

it('fits a file whose save began before there was a journal', async () => {
  const { journals, append } = journalsOver(createMemoryGrowingFolder(kept))
  await journals.saving(place, SAVED)
  await append()
  expect(fitting()).toEqual([BEFORE, SAVED])
})

it('fits a file whose save began while the journal did', async () => {
  const folder = createMemoryGrowingFolder(kept)
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { journals, append } = journalsOver({
    ...folder,
    write: (...wish) => gate.then(() => folder.write(...wish)),
  })
  const begun = append()
  const marked = journals.saving(place, SAVED)
  open()
  await Promise.all([begun, marked])
  expect(fitting()).toEqual([BEFORE, SAVED])
})
