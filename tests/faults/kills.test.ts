import * as fs from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { inLanes } from './lanes'
import { compile, endAll, type Program, type Saving, startSaving } from './savingProcess'
import { lackOfStrace, need } from './staging'
import { everything, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'
import { injecting, label, pointsOf, traced } from './tracing'
import { versionIn, versionOf } from './versions'

let program: Program

beforeAll(async () => {
  program = await compile('saver.ts')
})
afterAll(() => {
  endAll()
  program.dispose()
})

/** Hundreds of processes take their time where other work is done on the machine as well. */
const PATIENCE_MS = 600_000

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

it.each([
  ['1 KB', 1_000, 250],
  ['100 KB', 100_000, 200],
  ['5 MB', 5_000_000, 50],
] as const)(
  'R2 a kill at a random moment of a save of %s leaves a whole version, and all that was acknowledged',
  async (_, size, kills) => {
    const longest = size > 1_000_000 ? 200 : 25
    const last = new Map<TemporaryLibrary, number>()
    await inLanes(
      Array.from({ length: kills }, () => Math.random() * longest),
      async (library, delay) => {
        const before = last.get(library) ?? 0
        if (before === 0) await fs.writeFile(library.at(NAME), versionOf(0, size))
        const saving = startSaving(program, {
          root: library.root,
          name: NAME,
          first: before + 1,
          count: 1_000_000,
          size,
        })
        saving.begin()
        await saving.said('ready')
        await sleep(delay)
        await saving.end()
        const now = await found(library)
        const acknowledged = saving.saved.at(-1) ?? before
        expect(now).toBeGreaterThanOrEqual(acknowledged)
        expect(now).toBeLessThanOrEqual(acknowledged + 1)
        expect(await clearedUp(library)).toBeLessThanOrEqual(1)
        last.set(library, now)
      },
    )
    expect(Math.max(...last.values())).toBeGreaterThan(0)
  },
  PATIENCE_MS,
)

const SIZE = 5_000

/** A process that is about to save over version 1. */
async function ready(library: TemporaryLibrary): Promise<Saving> {
  await fs.writeFile(library.at(NAME), versionOf(1, SIZE))
  const saving = startSaving(program, { root: library.root, name: NAME, first: 2, size: SIZE })
  await saving.said('ready')
  return saving
}

it(
  'R1 a kill at every system call of a save leaves the old or the new article',
  async (context) => {
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
  },
  PATIENCE_MS,
)

const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'EINTR']

it(
  'R1 any system call of a save may fail: the old article is there and it is told of, or the new one',
  async (context) => {
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
  },
  PATIENCE_MS,
)
