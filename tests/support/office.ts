import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** LibreOffice's own telling of a document, as flat ODF; null where it is not installed. */
export async function openInLibreOffice(bytes: Uint8Array): Promise<string | null> {
  const isThere = await run('soffice', ['--version']).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const folder = await mkdtemp(join(tmpdir(), 'galley-office-'))
  try {
    await writeFile(join(folder, 'article.docx'), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const args = ['--headless', profile, '--convert-to', 'fodt', '--outdir', folder]
    await run('soffice', [...args, join(folder, 'article.docx')], { timeout: 90_000 })
    return await readFile(join(folder, 'article.fodt'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
