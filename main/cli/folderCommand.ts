import { mkdir, realpath, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { exportFolder } from '../backend'
import type { ExportArticle } from '../ports/exporter'
import type { FileStore, Root } from '../ports/fileStore'
import { designFrom } from './exportDesign'
import type { ExportOptions } from './exportOptions'
import { type Terminal, watchedIn } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly exportArticle: ExportArticle
  readonly terminal: Terminal
  readonly now: number
}

export async function isFolder(path: string, currentFolder: string): Promise<boolean> {
  return stat(resolve(currentFolder, path)).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** Exports a folder's articles into another folder and reports. Resolves with whether all went well. */
export async function exportWholeFolder(
  folder: string,
  options: ExportOptions & { readonly out: string },
  { files, exportArticle, terminal, now }: Needs,
): Promise<boolean> {
  const { to: format, out, target, profile, pictures, review, index, feed, site } = options
  const from = (await realpath(resolve(terminal.currentFolder, folder))) as Root
  const place = resolve(terminal.currentFolder, out)
  await mkdir(place, { recursive: true })
  const to = (await realpath(place)) as Root
  if (to === from)
    throw new AppError(
      'invalid',
      'the exports would stand among their sources; name another folder',
    )
  const report = await exportFolder(
    { files, exportArticle },
    {
      from,
      to,
      wish: {
        format,
        ...{ target, profile, pictures, review },
        ...(await designFrom(options.theme, terminal.currentFolder)),
        index,
        feed,
        site: site ?? '',
        title: basename(from),
        now,
      },
      ...watchedIn(terminal),
    },
  )
  for (const problem of report.problems) terminal.complain(problem)
  for (const path of report.written) terminal.print(`wrote ${path}\n`)
  for (const path of report.removed) terminal.print(`removed ${path}\n`)
  const { written, unchanged, removed, failed, isCancelled } = report
  if (isCancelled) terminal.complain('stopped; what was written is whole')
  terminal.print(
    `${written.length} written, ${unchanged} unchanged, ${removed.length} removed, ${failed} failed\n`,
  )
  return failed === 0 && !isCancelled
}
