import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { readJournal } from '../../main/services/journals/journal'
import { inLanes } from './lanes'
import { pageTexts } from './pageTexts'
import { compile, endAll, type Program, type Saving, start } from './savingProcess'
import { lackOfStrace, need } from './staging'
import { type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'
import { injecting, label, pointsOf, traced } from './tracing'

let program: Program
beforeAll(async () => {
  program = await compile('jotter.ts')
})
afterAll(() => {
  endAll()
  program.dispose()
})

async function ready(library: TemporaryLibrary): Promise<Saving> {
  const jotting = start(program, [library.home])
  await jotting.said('ready')
  return jotting
}

/** How many of the page's changes the next start finds in the journal; then it is taken away. */
async function found(library: TemporaryLibrary): Promise<number> {
  const own = join(library.home, 'own')
  const journals = createNodeJournals(own)
  const listed = await journals.list()
  // Looking leaves nothing behind but the journal itself.
  const names = await fs.readdir(join(own, 'journals')).catch(() => [])
  expect(names.sort()).toEqual(listed.map(({ name }) => name).sort())
  expect(names.length).toBeLessThanOrEqual(1)
  const [name] = names
  if (name === undefined) return 0
  const read = readJournal((await journals.read(name)) ?? new Uint8Array())
  await journals.remove(name)
  return read.kind === 'sound' ? pageTexts.indexOf(read.journal.text) : 0
}

it('R4 a kill at every system call of a journal keeps all changes that were acknowledged', async (context) => {
  need(context, lackOfStrace)
  const library = await temporaryLibrary()
  const seen = await ready(library)
  const points = await pointsOf(seen, { withWaking: false })
  await seen.end()
  expect(await found(library)).toBe(pageTexts.length - 1)
  library.dispose()
  expect(points.length).toBeGreaterThan(30)
  let killed = 0
  await inLanes(points, async (library, point) => {
    await fs.rm(join(library.home, 'own'), { recursive: true, force: true })
    const jotting = await ready(library)
    await traced(jotting, injecting(point, 'signal=KILL'))
    if (jotting.process.signalCode === 'SIGKILL') killed += 1
    await jotting.end()
    const acknowledged = jotting.saved.at(-1) ?? 0
    const now = await found(library)
    expect(now, label(point)).toBeGreaterThanOrEqual(acknowledged)
    expect(now, label(point)).toBeLessThanOrEqual(acknowledged + 1)
  })
  expect(killed).toBeGreaterThan(30)
})

it('R4 any system call of a journal may fail: it is told of, and the page’s next change brings all of it', async (context) => {
  need(context, lackOfStrace)
  const library = await temporaryLibrary()
  const jotting = await ready(library)
  await traced(jotting, [])
  await found(library)
  const points = await pointsOf(jotting, { withWaking: false })
  await found(library)
  for (const point of points) {
    await traced(jotting, injecting(point, 'error=EIO'))
    expect(jotting.process.exitCode, label(point, 'EIO')).toBeNull()
    expect(await found(library), label(point, 'EIO')).toBe(pageTexts.length - 1)
  }
  expect(jotting.failures.length).toBeGreaterThan(points.length / 2)
  await jotting.end()
  library.dispose()
})
