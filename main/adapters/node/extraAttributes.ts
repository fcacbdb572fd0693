import { spawn } from 'node:child_process'
import { basename, dirname } from 'node:path'

/**
 * Whether a file has attributes of the kind that Node cannot copy to a new file: tags that a file
 * manager gave it, an access list. Node has no call to ask, so a program of the system is asked.
 * Where none answers, there are none to be known of.
 */
export function hasExtraAttributes(
  file: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  if (platform === 'linux') return headSays(tarHead(file), /SCHILY\.(?:acl\.access|xattr\.user\.)/)
  if (platform === 'darwin') return headSays(attributeNames(file), TAGGED)
  return Promise.resolve(false)
}

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

const PATIENCE_MS = 1000

function headSays({ program, wish, enough }: Question, sign: RegExp): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, wish, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' },
      timeout: PATIENCE_MS,
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
