import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { readJournal } from '../../main/services/journals/journal'
import { inLanes } from './lanes'
import { spread } from './moments'
import { keptUntil } from './ownTimes'
import { pageOf, wordsOn } from './pageOf'
import { compile, endAll, type Program, type Saving, start, startSaving } from './savingProcess'
import { lackOfStrace, need } from './staging'
import { everything, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'
import { injecting, label, pointsOf, traced } from './tracing'
import { versionIn, versionOf } from './versions'

let program: Program
let pages: Program

beforeAll(async () => {
  program = await compile('saver.ts')
  pages = await compile('writer.ts')
})
afterAll(() => {
  endAll()
  program.dispose()
  pages.dispose()
})

/** Whatever was typed longer ago than this is kept. */
const KEPT_AFTER_MS = 100

/** So many are not killed at a random moment but once they have typed for longer than that. */
const OLD_KILLS = 8

const NAME = 'a.md'

/** Looks at the article as the next start finds it; the version that it holds. */
async function found(library: TemporaryLibrary): Promise<number> {
  const bytes = await fs.readFile(library.at(NAME))
  const version = versionIn(bytes)
  if (version === null) throw new Error(`The article is no whole version: ${bytes.length} bytes.`)
  return version
}

/** How many unfinished files were left; the next start leaves none, and no lock that held them. */
async function clearedUp(library: TemporaryLibrary): Promise<number> {
  const passing = (await library.names()).filter((name) => name.startsWith('.galley'))
  const locks = passing.filter((name) => name.endsWith('.lock')).length
  expect(locks).toBeLessThanOrEqual(1)
  const strays = passing.length - locks
  await createNodeFileStore().list(library.root, everything)
  const left = (await library.names()).filter((name) => name.startsWith('.galley'))
  expect(left).toEqual([])
  return strays
}

/** What the next start finds of a page that was killed: in the file, and in file and journal together. */
async function pageFound(
  library: TemporaryLibrary,
  size: number,
): Promise<{ readonly inFile: number; readonly inBoth: number }> {
  const file = await library.text(NAME)
  const inFile = wordsOn(file, size)
  if (inFile === null) throw new Error(`The file is no whole page: ${file.length} characters.`)
  const journals = createNodeJournals(join(library.home, 'own'))
  let inBoth = inFile
  for (const { name } of await journals.list()) {
    const read = readJournal((await journals.read(name)) ?? new Uint8Array())
    await journals.remove(name)
    if (read.kind !== 'sound') continue
    const words = wordsOn(read.journal.text, size)
    if (words === null) throw new Error('The journal gives no whole page.')
    if (words <= inFile) continue
    inBoth = words
  }
  return { inFile, inBoth }
}

it.each([
  ['1 KB', 1_000, 250, 250],
  ['100 KB', 100_000, 200, 250],
  ['5 MB', 5_000_000, 50, 250],
] as const)(
  'R2 a kill at a random moment of saving %s leaves a whole file, and with the journal all that was typed',
  async (_, size, kills, longest) => {
    // A disk that others keep busy lets no random moment come late enough, in the process's own time, and
    // with 5 MB it is always at work: so that what is kept is looked at on any machine, some wait for it.
    const waiting = size < 1_000_000 ? OLD_KILLS : 0
    let old = 0
    await inLanes(
      [
        ...spread(kills).map((part, index) => part * (index % 2 === 0 ? 25 : longest)),
        ...Array.from({ length: waiting }, () => 'once something must be kept' as const),
      ],
      async (library, moment) => {
        if (wordsOn(await library.text(NAME), size) === null) {
          await fs.writeFile(library.at(NAME), pageOf(0, size).join(''))
        }
        const writer = start(pages, [library.home, String(size)])
        await writer.said('ready')
        writer.begin()
        if (typeof moment === 'number') await sleep(moment)
        else {
          for (let looks = 1; keptUntil(writer, KEPT_AFTER_MS) === 0; looks++) {
            await writer.said('now', looks)
          }
        }
        await writer.end()
        const { inFile, inBoth } = await pageFound(library, size)
        // What was shown as saved is in the file.
        expect(inFile).toBeGreaterThanOrEqual(writer.saved.at(-1) ?? 0)
        const kept = keptUntil(writer, KEPT_AFTER_MS)
        expect(inBoth).toBeGreaterThanOrEqual(kept)
        if (kept > 0) old += 1
        expect(await clearedUp(library)).toBeLessThanOrEqual(1)
      },
    )
    expect(old).toBeGreaterThanOrEqual(waiting)
  },
)

const SIZE = 5_000

/** A process that is about to save over version 1. */
async function ready(library: TemporaryLibrary): Promise<Saving> {
  await fs.writeFile(library.at(NAME), versionOf(1, SIZE))
  const saving = startSaving(program, { root: library.root, name: NAME, first: 2, size: SIZE })
  await saving.said('ready')
  return saving
}

it('R1 a kill at every system call of a save leaves the old or the new article', async (context) => {
  need(context, lackOfStrace)
  const library = await temporaryLibrary()
  const seen = await ready(library)
  const points = await pointsOf(seen, { withWaking: true })
  expect(seen.saved).toEqual([2])
  await seen.end()
  library.dispose()
  expect(points.length).toBeGreaterThan(15)
  let killed = 0
  await inLanes(points, async (library, point) => {
    const saving = await ready(library)
    await traced(saving, injecting(point, 'signal=KILL'))
    if (saving.process.signalCode === 'SIGKILL') killed += 1
    await saving.end()
    const now = await found(library)
    expect(saving.saved.length === 0 || now === 2, label(point)).toBe(true)
    expect([1, 2]).toContain(now)
    expect(await clearedUp(library)).toBeLessThanOrEqual(1)
  })
  expect(killed).toBeGreaterThan(15)
})

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'EINTR']

it('R1 any system call of a save may fail: the old article is there and it is told of, or the new one', async (context) => {
  need(context, lackOfStrace)
  const library = await temporaryLibrary()
  const saving = await ready(library)
  // The first save of a process does some things once: what is asked of each save comes after it.
  await traced(saving, [])
  const points = await pointsOf(saving, { withWaking: false })
  expect(points.length).toBeGreaterThan(15)
  let failed = 0
  for (const code of CODES) {
    for (const point of points) {
      await saving.look()
      const before = await found(library)
      const told = { saved: saving.saved.length, failures: saving.failures.length }
      await traced(saving, injecting(point, `error=${code}`))
      const now = await found(library)
      const isSaved = saving.saved.length > told.saved
      const why = label(point, code)
      // Nothing is acknowledged that is not there, and no failure is silent.
      if (isSaved) expect(now, why).toBe(saving.saved.at(-1))
      else {
        failed += 1
        expect(saving.failures.length, why).toBe(told.failures + 1)
        expect(now - before, why).toBeGreaterThanOrEqual(0)
      }
      expect(saving.process.exitCode, why).toBeNull()
      expect(await clearedUp(library), why).toBe(0)
    }
  }
  expect(failed).toBeGreaterThan(30)
  await saving.end()
  library.dispose()
})
