import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { withoutExtension } from '../../shared/domain/fileName'
import { writeAnywhere } from '../adapters/node/writeAnywhere'
import { exportName, readPicture } from '../backend'
import type { ExportArticle } from '../ports/exporter'
import type { FileStore } from '../ports/fileStore'
import { readArticleFile } from './articleFile'
import { designFrom } from './exportDesign'
import type { ExportOptions } from './exportOptions'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly exportArticle: ExportArticle
  readonly terminal: Terminal
}

/** Whether `--out` names a folder to write into; several files need one. */
export async function outIsFolder(out: string, currentFolder: string): Promise<boolean> {
  if (/[/\\]$/.test(out)) return true
  return stat(resolve(currentFolder, out)).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

/** Exports one article; fails with a reason that does not name the file. */
export async function exportOne(
  file: string,
  options: ExportOptions & { readonly outFolder: boolean },
  { files, exportArticle, terminal }: Needs,
): Promise<void> {
  const article = await readArticleFile(files, file, terminal.currentFolder)
  const { content, problems } = await exportArticle(article.text, {
    format: options.to,
    target: options.target,
    profile: options.profile,
    pictures: options.pictures,
    ...(await designFrom(options.theme, terminal.currentFolder)),
    frontMatter: options.frontMatter,
    review: options.review,
    untitled: withoutExtension(basename(file)),
    readAsset: (path) => readPicture(files, article, path).catch(() => null),
  })
  for (const problem of problems) terminal.complain(`${file}: ${problem}`)
  if (options.out === '-') {
    if (typeof content !== 'string') {
      throw new AppError('invalid', `${options.to} is no text; name a file with --out`)
    }
    terminal.print(content)
    return
  }
  const target = targetOf(file, options, terminal.currentFolder)
  if (resolve(terminal.currentFolder, file) === target) {
    throw new AppError('invalid', 'the export would replace its own source; name another file')
  }
  await writeAnywhere(files, target, bytesOf(content))
  terminal.print(`${file} → ${target}\n`)
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

function targetOf(
  file: string,
  { out, to, outFolder }: ExportOptions & { readonly outFolder: boolean },
  currentFolder: string,
): string {
  const source = resolve(currentFolder, file)
  if (out !== undefined && !outFolder) return resolve(currentFolder, out)
  const folder = out === undefined ? dirname(source) : resolve(currentFolder, out)
  // Only beside the article does its name have to tell the export from it.
  const plain = join(folder, basename(file))
  if (to === 'markdown' && plain !== source) return `${withoutExtension(plain)}.md`
  return join(folder, exportName(basename(file), to))
}
