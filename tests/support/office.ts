import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

const FORMATS = { fodt: 'fodt', docx: 'docx:Office Open XML Text' } as const

export interface Office {
  /** Word documents as LibreOffice tells them, all in one start of it; each by its name. */
  convert<Name extends string>(
    documents: Readonly<Record<Name, Uint8Array>>,
    to: keyof typeof FORMATS,
  ): Promise<Readonly<Record<Name, Uint8Array>>>
  close(): Promise<void>
}

/** LibreOffice, with a profile of its own; its first start takes longest. */
export async function startOffice(program: string): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-office-'))
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  let count = 0
  return {
    async convert(documents, to) {
      const [from, into] = [join(folder, `${++count}-from`), join(folder, `${count}-to`)]
      await mkdir(from)
      const entries = Object.entries<Uint8Array>(documents)
      const paths = entries.map(([name]) => join(from, `${name}.docx`))
      await Promise.all(entries.map(([, bytes], index) => writeFile(paths[index] ?? '', bytes)))
      const args = ['--headless', profile, '--convert-to', FORMATS[to], '--outdir', into]
      await run(program, [...args, ...paths], { timeout: 50_000 })
      const made = entries.map(async ([name]) => [
        name,
        await readFile(join(into, `${name}.${to}`)),
      ])
      return Object.fromEntries(await Promise.all(made))
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
