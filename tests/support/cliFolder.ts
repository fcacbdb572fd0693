import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { runCli } from '../../main/cli/cli'
import type { Terminal } from '../../main/cli/terminal'

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs a command line in a folder and keeps what it says. */
export async function runIn(
  folder: string,
  args: readonly string[],
  watching: Pick<Terminal, 'progress' | 'isStopped'> = {},
): Promise<Said> {
  const said = { out: '', err: '' }
  const code = await runCli(args, {
    currentFolder: folder,
    ...watching,
    print: (text) => {
      said.out += text
    },
    complain: (line) => {
      said.err += `${line}\n`
    },
  })
  return { code, ...said }
}

export interface CliFolder {
  /** The folder of this test. */
  path(): string
  galley(...args: readonly string[]): Promise<Said>
  put(name: string, content: string | Uint8Array): Promise<void>
  text(name: string): Promise<string>
}

/** A folder of its own for each test of a file, to run command lines in. */
export function cliFolder(): CliFolder {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'galley-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  return {
    path: () => folder,
    galley: (...args) => runIn(folder, args),
    put: (name, content) => writeFile(join(folder, name), content),
    text: (name) => readFile(join(folder, name), 'utf8'),
  }
}
