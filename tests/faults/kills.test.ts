import { spawn } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { compile, endAll, type Program, type Saving, startSaving } from './savingProcess'
import { lackOfStrace, need } from './staging'
import { everything, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'
import { versionIn, versionOf } from './versions'

let program: Program

beforeAll(async () => {
  program = await compile('saver.ts')
})
afterAll(() => {
  endAll()
  program.dispose()
})

/** Processes that start and are killed at once spend most of their time waiting: several take turns. */
const LANES = 4

/** Hundreds of processes take their time where other work is done on the machine as well. */
const PATIENCE_MS = 600_000

/** Does pieces of work in turn in each of several libraries, a folder for each, at the same time. */
async function inLanes<T>(
  work: readonly T[],
  run: (library: TemporaryLibrary, piece: T) => Promise<void>,
): Promise<void> {
  const waiting = [...work]
  const lane = async (): Promise<void> => {
    const library = await temporaryLibrary()
    try {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
        await run(library, piece)
      }
    } finally {
      library.dispose()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

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
        saving.process.kill('SIGKILL')
        await saving.over
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

/** Runs one save under strace, which is told to do something to it; resolves when the process is over. */
async function traced(
  library: TemporaryLibrary,
  inject: readonly string[],
): Promise<{ saving: Saving; log: string }> {
  await fs.writeFile(library.at(NAME), versionOf(1, 5_000))
  const saving = startSaving(program, { root: library.root, name: NAME, first: 2, size: 5_000 })
  await saving.said('ready')
  const strace = spawn(
    'strace',
    ['-f', '-p', String(saving.process.pid), '-o', library.at('../trace'), ...inject],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const gone = new Promise<void>((resolve) => strace.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('attached')) resolve()
    })
    strace.once('close', () => reject(new Error('strace could not attach')))
  })
  saving.begin()
  await saving.over
  await gone
  return { saving, log: await fs.readFile(library.at('../trace'), 'utf8') }
}

/** The calls that a save makes; those of the language itself are not in it. */
const CALLS = [
  'openat',
  'read',
  'pread64',
  'write',
  'pwrite64',
  'fsync',
  'fdatasync',
  'statx',
  'fstat',
  'newfstatat',
  'lstat',
  'stat',
  'readlink',
  'access',
  'faccessat',
  'faccessat2',
  'fchmod',
  'fchown',
  'close',
  'rename',
  'renameat',
  'renameat2',
  'link',
  'linkat',
  'unlink',
  'unlinkat',
  'symlink',
  'symlinkat',
  'ftruncate',
]

/** How often each call was made on the way to “saved”. */
function countCalls(log: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of log.split('\n')) {
    if (line.includes('"saved ')) break
    const call = /^\d+\s+(\w+)\(/.exec(line)?.[1]
    if (call !== undefined && CALLS.includes(call)) counts.set(call, (counts.get(call) ?? 0) + 1)
  }
  return counts
}

it(
  'R1 a kill at every system call of a save leaves the old or the new article',
  async (context) => {
    need(context, lackOfStrace)
    const library = await temporaryLibrary()
    const { saving, log } = await traced(library, [
      '-e',
      `trace=${CALLS.map((call) => `?${call}`).join(',')}`,
    ])
    library.dispose()
    expect(saving.saved).toEqual([2])
    const points = [...countCalls(log)].flatMap(([call, count]) =>
      Array.from({ length: count }, (_, index) => `${call}:signal=KILL:when=${index + 1}`),
    )
    expect(points.length).toBeGreaterThan(15)
    let killed = 0
    await inLanes(points, async (library, point) => {
      const call = point.split(':')[0] ?? ''
      const { saving } = await traced(library, ['-e', `trace=${call}`, '-e', `inject=${point}`])
      if (saving.process.signalCode === 'SIGKILL') killed += 1
      const now = await found(library)
      expect(saving.saved.length === 0 || now === 2, point).toBe(true)
      expect([1, 2]).toContain(now)
      expect(await clearedUp(library)).toBeLessThanOrEqual(1)
    })
    expect(killed).toBeGreaterThan(15)
  },
  PATIENCE_MS,
)

/** The calls that change something, and those that a save could be cut off between. */
const FAILING = [
  'pwrite64:1+',
  'fsync:1+',
  'fsync:2',
  'fchmod:1+',
  'rename:1+',
  'close:1',
  'close:2',
  'close:3',
  'close:4',
  'openat:1',
  'openat:2',
  'openat:3',
  'openat:4',
]

it.for(['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'EINTR'])(
  'R1 %s from a system call of a save leaves the old article and is told of, or the new one',
  { timeout: PATIENCE_MS },
  async (code, context) => {
    need(context, lackOfStrace)
    await inLanes(FAILING, async (library, point) => {
      // An interrupted call is made again, forever if it is interrupted forever.
      const [call = '', when = ''] = point.replace(code === 'EINTR' ? '+' : '', '').split(':')
      const { saving } = await traced(library, [
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=${code}:when=${when}`,
      ])
      const now = await found(library)
      expect([1, 2], point).toContain(now)
      // Nothing is acknowledged that is not there, and no failure is silent.
      if (saving.saved.length > 0) expect(now, point).toBe(2)
      else expect(saving.failures, point).toHaveLength(1)
      expect(await clearedUp(library), point).toBe(0)
    })
  },
)
