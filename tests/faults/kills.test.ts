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
let library: TemporaryLibrary

beforeAll(async () => {
  program = await compile('saver.ts')
  library = await temporaryLibrary()
})
afterAll(() => {
  endAll()
  program.dispose()
  library.dispose()
})

/** Looks at the article as the next start finds it; the version that it holds. */
async function found(name: string): Promise<number> {
  const bytes = await fs.readFile(library.at(name))
  const version = versionIn(bytes)
  if (version === null) throw new Error(`“${name}” holds no whole version: ${bytes.length} bytes.`)
  return version
}

/** How many unfinished files were left; the next start leaves none, and no lock that held them. */
async function clearedUp(): Promise<number> {
  const passing = (await library.names()).filter((name) => name.startsWith('.galley'))
  const locks = passing.filter((name) => name.endsWith('.lock')).length
  expect(locks).toBeLessThanOrEqual(1)
  const strays = passing.length - locks
  await createNodeFileStore().list(library.root, everything)
  const left = (await library.names()).filter((name) => name.startsWith('.galley'))
  expect(left).toEqual([])
  return strays
}

const KILLS = { small: 70, middle: 50, large: 20 } as const
const SIZES = { small: 1_000, middle: 100_000, large: 20_000_000 } as const

it.each(['small', 'middle', 'large'] as const)(
  'R2 a kill at a random moment of a %s save leaves a whole version, and all that was acknowledged',
  async (size) => {
    const name = `${size}.md`
    await fs.writeFile(library.at(name), versionOf(0, SIZES[size]))
    let last = 0
    for (let kill = 0; kill < KILLS[size]; kill++) {
      const saving = startSaving(program, {
        root: library.root,
        name,
        first: last + 1,
        count: 1_000_000,
        size: SIZES[size],
      })
      await saving.said('ready')
      saving.begin()
      await sleep(Math.random() * (size === 'large' ? 250 : 25))
      saving.process.kill('SIGKILL')
      await saving.over
      const now = await found(name)
      const acknowledged = saving.saved.at(-1) ?? last
      expect(now).toBeGreaterThanOrEqual(acknowledged)
      expect(now).toBeLessThanOrEqual(acknowledged + 1)
      expect(await clearedUp()).toBeLessThanOrEqual(1)
      last = now
    }
    expect(last).toBeGreaterThan(0)
  },
)

/** Runs one save under strace, which is told to do something to it; resolves when the process is over. */
async function traced(
  name: string,
  inject: readonly string[],
): Promise<{ saving: Saving; log: string }> {
  const saving = startSaving(program, { root: library.root, name, first: 2, size: 5_000 })
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

async function fresh(name: string): Promise<void> {
  await fs.writeFile(library.at(name), versionOf(1, 5_000))
}

it('R1 a kill at every system call of a save leaves the old or the new article', async (context) => {
  need(context, lackOfStrace)
  const name = 'traced.md'
  await fresh(name)
  const { saving, log } = await traced(name, [
    '-e',
    `trace=${CALLS.map((call) => `?${call}`).join(',')}`,
  ])
  expect(saving.saved).toEqual([2])
  const counts = countCalls(log)
  const points = [...counts].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, index) => `${call}:signal=KILL:when=${index + 1}`),
  )
  expect(points.length).toBeGreaterThan(15)
  let killed = 0
  for (const point of points) {
    await fresh(name)
    const call = point.split(':')[0] ?? ''
    const { saving } = await traced(name, ['-e', `trace=${call}`, '-e', `inject=${point}`])
    if (saving.process.signalCode === 'SIGKILL') killed += 1
    const now = await found(name)
    expect(saving.saved.length === 0 || now === 2, point).toBe(true)
    expect([1, 2]).toContain(now)
    expect(await clearedUp()).toBeLessThanOrEqual(1)
  }
  expect(killed).toBeGreaterThan(15)
})

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
  async (code, context) => {
    need(context, lackOfStrace)
    const name = 'traced.md'
    for (const point of FAILING) {
      await fresh(name)
      // An interrupted call is made again, forever if it is interrupted forever.
      const [call = '', when = ''] = point.replace(code === 'EINTR' ? '+' : '', '').split(':')
      const { saving } = await traced(name, [
        '-e',
        `trace=${call}`,
        '-e',
        `inject=${call}:error=${code}:when=${when}`,
      ])
      const now = await found(name)
      expect([1, 2], point).toContain(now)
      // Nothing is acknowledged that is not there, and no failure is silent.
      if (saving.saved.length > 0) expect(now, point).toBe(2)
      else expect(saving.failures, point).toHaveLength(1)
      expect(await clearedUp(), point).toBe(0)
    }
  },
)
