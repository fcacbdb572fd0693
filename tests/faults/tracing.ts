import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Saving } from './savingProcess'

/** The calls that change something on the disk or look at it; those of the language itself are not in it. */
export const CALLS = [
  'openat',
  'pread64',
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
  'mkdir',
  'mkdirat',
  'unlink',
  'unlinkat',
  'symlink',
  'symlinkat',
  'ftruncate',
  'getdents64',
]

/** These also wake the event loop, which gives the process up where they fail: they are for kills only. */
const WAKING = ['read', 'write']

/** A system call of a piece of work, the `nth` of its name. */
export interface Point {
  readonly call: string
  readonly nth: number
}

interface Tracer {
  /** Lets go of the process and resolves with what it was seen to call. */
  done(): Promise<string>
}

/** Puts strace beside a process that runs; resolves when it is there. */
async function attach(saving: Saving, wish: readonly string[]): Promise<Tracer> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-trace-'))
  const log = join(folder, 'log')
  const strace = spawn('strace', ['-f', '-p', String(saving.process.pid), '-o', log, ...wish], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => strace.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    strace.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('attached')) resolve()
    })
    strace.once('close', () => reject(new Error('strace could not attach')))
  })
  return {
    async done() {
      strace.kill('SIGINT')
      await gone
      const text = readFileSync(log, 'utf8')
      rmSync(folder, { recursive: true })
      return text
    },
  }
}

/** One piece of work under strace, which is told to do something to it. */
export async function traced(saving: Saving, wish: readonly string[]): Promise<string> {
  const tracer = await attach(saving, wish)
  const done = saving.saidAnew('done')
  saving.begin()
  // What it was told to do may be the end of the process.
  await Promise.race([done, saving.over])
  return tracer.done()
}

/** Every system call of a piece of work, as it was made when nothing was in its way. */
export async function pointsOf(
  saving: Saving,
  { withWaking }: { readonly withWaking: boolean },
): Promise<readonly Point[]> {
  const wanted = withWaking ? [...CALLS, ...WAKING] : CALLS
  const log = await traced(saving, [
    '-e',
    `trace=${[...wanted, 'write'].map((call) => `?${call}`).join(',')}`,
  ])
  // strace counts for each thread.
  const counts = new Map<string, number>()
  const points = new Map<string, Point>()
  for (const line of log.split('\n')) {
    if (line.includes('"done')) break
    const [, thread = '', call = ''] = /^(\d+)\s+(\w+)\(/.exec(line) ?? []
    if (!wanted.includes(call)) continue
    const nth = (counts.get(thread + call) ?? 0) + 1
    counts.set(thread + call, nth)
    points.set(`${call} ${nth}`, { call, nth })
  }
  return [...points.values()]
}

/** What strace is to be told so that it does this at one system call. */
export function injecting({ call, nth }: Point, what: string): readonly string[] {
  return ['-e', `trace=${call}`, '-e', `inject=${call}:${what}:when=${nth}`]
}

export function label({ call, nth }: Point, what = 'KILL'): string {
  return `${call} ${nth}: ${what}`
}
