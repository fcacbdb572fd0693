import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A program of the harness as plain JavaScript, so that a process of it starts at once. */
export interface Program {
  readonly file: string
  dispose(): void
}

export async function compile(source: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-program-'))
  const file = join(folder, 'program.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL(source, import.meta.url))],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['@parcel/watcher'],
    // Some packages ask for Node's own modules in the old way.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  })
  return { file, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

const running = new Set<ChildProcess>()

/** A test that failed may leave its process behind. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL')
}

export interface Saving {
  readonly process: ChildProcess
  /** Versions that the process said were on the disk, and the failures that it told of. */
  readonly saved: readonly number[]
  readonly failures: readonly string[]
  /** All that it said, line by line. */
  readonly lines: readonly string[]
  begin(): void
  /** Tells it to look at the file anew, where it knows how; resolves when it has. */
  look(): Promise<void>
  /** Kills the process; resolves when it is gone. */
  end(): Promise<void>
  /** Resolves when the process is gone. */
  readonly over: Promise<void>
  /** Resolves when it has said this, so many times if need be; rejects when it is gone before. */
  said(word: string, times?: number): Promise<void>
  /** Resolves when it says this once more than it has by now, or is gone. */
  saidAnew(word: string): Promise<void>
}

export interface SavingWish {
  readonly root: string
  readonly name: string
  readonly first?: number
  readonly count?: number
  readonly size?: number
}

/** Starts a process that saves; `command` puts another program in front of it. */
export function startSaving(
  program: Program,
  { root, name, first = 1, count = 1, size = 100 }: SavingWish,
  command: readonly string[] = [],
): Saving {
  return start(program, [root, name, first, count, size].map(String), command)
}

/** Starts a program of the harness that waits for a word before it begins, and says what it does. */
export function start(
  program: Program,
  wish: readonly string[],
  command: readonly string[] = [],
): Saving {
  const [run = process.execPath, ...rest] = [...command, process.execPath, program.file, ...wish]
  const child = spawn(run, rest, {
    stdio: ['pipe', 'pipe', 'ignore'],
    // One thread at a time makes the order of calls the same in each run.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  })
  const saved: number[] = []
  const failures: string[] = []
  const said: string[] = []
  const words = new Map<string, number>()
  const waiting = new Set<() => void>()
  let unfinished = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (unfinished + chunk.toString('utf8')).split('\n')
    unfinished = lines.pop() ?? ''
    for (const line of lines) {
      said.push(line)
      const [word = '', version] = line.split(' ')
      words.set(word, (words.get(word) ?? 0) + 1)
      if (word === 'saved') saved.push(Number(version))
      if (word === 'failed') failures.push(line.slice(word.length + 1))
    }
    for (const look of waiting) look()
  })
  child.stdin?.on('error', () => undefined)
  running.add(child)
  const over = new Promise<void>((resolve) =>
    child.once('close', () => {
      running.delete(child)
      resolve()
    }),
  )
  const untilSaid = (word: string, times: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if ((words.get(word) ?? 0) < times) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const saidAnew = (word: string): Promise<void> =>
    Promise.race([untilSaid(word, (words.get(word) ?? 0) + 1), over])
  return {
    process: child,
    saved,
    failures,
    lines: said,
    over,
    begin: () => {
      child.stdin?.write('go\n')
    },
    said: (word, times = 1) => {
      const lost = over.then(() => {
        throw new Error(`The process ended before it said “${word}”.`)
      })
      return Promise.race([untilSaid(word, times), lost])
    },
    saidAnew,
    end() {
      child.kill('SIGKILL')
      return over
    },
    look: () => {
      const looked = saidAnew('looked')
      child.stdin?.write('look\n')
      return looked
    },
  }
}
