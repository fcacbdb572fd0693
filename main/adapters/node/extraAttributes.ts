import { spawn } from 'node:child_process'
import { basename, dirname } from 'node:path'

/** Far longer than it takes; a save waits for it, typing does not. */
const PATIENCE_MS = 5000

/**
 * Whether a file has attributes of the kind that Node cannot copy to a new file: tags that a file
 * manager gave it, an access list. Node has no call to ask, so a program of the system is asked.
 * Where none answers within `patience` milliseconds, there are none to be known of; 0 is no limit.
 */
export function hasExtraAttributes(file: string, patience = PATIENCE_MS): Promise<boolean> {
  if (process.platform === 'linux') return headSays(tarHead(file), TAGS_OR_LIST, patience)
  if (process.platform === 'darwin') return headSays(attributeNames(file), TAGGED, patience)
  return Promise.resolve(false)
}

const TAGS_OR_LIST = /SCHILY\.(?:acl\.access|xattr\.user\.)/

interface Question {
  readonly program: string
  readonly wish: readonly string[]
  /** How much of the answer is needed; the program is stopped then. */
  readonly enough: number
}

/** An archive of a file begins with its attributes; its content, which comes after, is not read. */
function tarHead(file: string): Question {
  const wish = ['--create', '--file=-', '--format=pax', '--xattrs', '--xattrs-include=user.*']
  return {
    program: 'tar',
    wish: [...wish, '--acls', '-C', dirname(file), '--', `./${basename(file)}`],
    enough: 16_384,
  }
}

function attributeNames(file: string): Question {
  return { program: '/usr/bin/xattr', wish: [file], enough: 65_536 }
}

/** macOS puts the others on almost every file by itself and again on each new one. */
const TAGGED = /^(?!com\.apple\.(?:provenance|quarantine|macl|lastuseddate#PS|TextEncoding)$).+$/m

function headSays(
  { program, wish, enough }: Question,
  sign: RegExp,
  patience: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, wish, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
      timeout: patience,
      killSignal: 'SIGKILL',
    })
    let head = ''
    let isOver = false
    const end = (): void => {
      if (isOver) return
      isOver = true
      child.kill('SIGKILL')
      resolve(sign.test(attributesIn(program, head)))
    }
    child.stdout.on('data', (chunk: Buffer) => {
      head += chunk.toString('latin1')
      if (head.length >= enough) end()
    })
    child.once('error', end)
    child.once('close', end)
  })
}

const BLOCK = 512

/** The part of an archive that holds attributes; the words of the article come after it. */
function attributesIn(program: string, head: string): string {
  if (program !== 'tar') return head
  if (head[156] !== 'x') return ''
  const size = Number.parseInt(head.slice(124, 136), 8)
  return head.slice(BLOCK, BLOCK + (Number.isNaN(size) ? 0 : size))
}
