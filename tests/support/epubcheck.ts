import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

function onPath(name: string): string | null {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))
  return places.find((place) => existsSync(place)) ?? null
}

/** The checker of the format's makers, as Debian installs it: an archive that Java runs. */
export const epubcheck = onPath('java') === null ? null : onPath('epubcheck')

/** What epubcheck says of a book; nothing of a good one. */
export async function checkBook(bytes: Uint8Array): Promise<readonly string[]> {
  if (epubcheck === null) throw new Error('There is no epubcheck on this machine.')
  const folder = await mkdtemp(join(tmpdir(), 'galley-book-'))
  try {
    const file = join(folder, 'book.epub')
    await writeFile(file, bytes)
    const { stdout, stderr } = await promisify(execFile)('java', ['-jar', epubcheck, file]).catch(
      (error: { stdout?: string; stderr?: string }) => ({
        stdout: error.stdout ?? '',
        stderr: error.stderr || String(error),
      }),
    )
    return `${stdout}\n${stderr}`
      .split('\n')
      .filter((line) => /^(?:FATAL|ERROR|WARNING|INFO|USAGE)|Error:/.test(line))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
