import { basename, resolve } from 'node:path'
import { withoutExtension } from '../../shared/domain/fileName'
import { writeAnywhere } from '../adapters/node/writeAnywhere'
import { bindBook } from '../backend'
import type { FileStore } from '../ports/fileStore'
import { readArticleFile } from './articleFile'
import { designFrom } from './exportDesign'
import { type Terminal, watchedIn } from './terminal'

/** Binds several articles into one EPUB. Resolves with whether all went well. */
export async function writeBook(
  paths: readonly string[],
  { out, theme }: { readonly out: string; readonly theme?: string | undefined },
  { files, terminal }: { readonly files: FileStore; readonly terminal: Terminal },
): Promise<boolean> {
  const places = await Promise.all(
    paths.map((path) => readArticleFile(files, path, terminal.currentFolder)),
  )
  const target = resolve(terminal.currentFolder, out)
  const { bytes, problems, failed } = await bindBook(files, places, {
    title: withoutExtension(basename(target)),
    ...(await designFrom(theme, terminal.currentFolder)),
    ...watchedIn(terminal),
  })
  for (const problem of problems) terminal.complain(problem)
  if (bytes === undefined) {
    terminal.complain('stopped; no book was written')
    return false
  }
  await writeAnywhere(files, target, bytes)
  terminal.print(`${places.length - failed} articles → ${target}\n`)
  return failed === 0
}
