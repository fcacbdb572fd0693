import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { fileText, type Imported, reportLines } from '../../shared/document/importing'
import { fileNameFor, numberedName, withoutExtension } from '../../shared/domain/fileName'
import { importFile, savePictures } from '../backend'
import type { FileStore, Root } from '../ports/fileStore'
import type { ReadDocx } from '../ports/importer'
import { outIsFolder } from './exportCommand'
import type { Terminal } from './terminal'
import { type Help, readArgs, type Usage, usage } from './usage'

export interface ImportCommand {
  readonly kind: 'import'
  readonly files: readonly string[]
  readonly report: boolean
  /** `-` prints; absent: beside each file. */
  readonly out?: string
}

/** Larger files are no documents of words. */
const MAX_BYTES = 100 * 1024 * 1024

/** Reads the arguments of `galley import`. */
export function readImport(args: readonly string[]): ImportCommand | Help | Usage {
  const options = {
    report: { type: 'boolean', default: false },
    out: { type: 'string', short: 'o' },
  } as const
  return readArgs('import', args, options, ({ values, positionals }): ImportCommand | Usage => {
    if (values.out === '') return usage('import', '--out needs a path')
    if (positionals.length === 0) return usage('import', 'a file is needed')
    const command = { kind: 'import', files: positionals, report: values.report } as const
    return values.out === undefined ? command : { ...command, out: values.out }
  })
}

interface Needs {
  readonly files: FileStore
  readonly readDocx: ReadDocx
  readonly terminal: Terminal
}

/** Imports one file; fails with a reason that does not name it. */
export async function importOne(
  file: string,
  { out, report }: Pick<ImportCommand, 'out' | 'report'>,
  needs: Needs,
): Promise<void> {
  const { terminal } = needs
  const source = resolve(terminal.currentFolder, file)
  const articles = await importFile(
    { fileName: basename(file), bytes: await bytesOf(source) },
    needs.readDocx,
  )
  const isFolder =
    out !== undefined && out !== '-' && (await outIsFolder(out, terminal.currentFolder))
  if (articles.length > 1 && out !== undefined && out !== '-' && !isFolder) {
    throw new AppError(
      'invalid',
      `it holds ${articles.length} articles; --out must name a folder for them`,
    )
  }
  for (const article of articles) {
    const told = out === '-' ? await print(article, terminal) : await write(article, needs)
    if (!report) continue
    for (const line of told) terminal.complain(`${file}: ${line}`)
  }

  async function write(article: Imported, { files }: Needs): Promise<readonly string[]> {
    const folder = out === undefined ? dirname(source) : resolve(terminal.currentFolder, out)
    const named = out !== undefined && !isFolder
    const wanted = named ? folder : join(folder, nameFor(article))
    const target = named ? await mustBeFree(wanted) : await freePath(wanted)
    const root = dirname(target) as Root
    const stem = withoutExtension(basename(target))
    await makeFolder(files, root)
    const { body, saved, failed } = await savePictures(article, stem, async (fileName, bytes) => {
      const path = await freePath(join(root, fileName))
      await files.create(root, basename(path), bytes)
      return basename(path)
    })
    const text = fileText({ ...article, body })
    await files.create(root, basename(target), new TextEncoder().encode(text))
    terminal.print(`${file} → ${relative(terminal.currentFolder, target) || target}\n`)
    return [
      ...reportLines(article),
      ...(saved.length > 0 ? [`Pictures beside the article: ${saved.join(', ')}.`] : []),
      ...(failed > 0 ? [`${failed} of its pictures could not be read.`] : []),
    ]
  }

  function nameFor({ fields }: Imported): string {
    // One article keeps the name of its file, so that it is found where it was looked for.
    if (articles.length === 1) return `${basename(file).replace(/\.[^.]+$/, '')}.md`
    return fileNameFor(fields.slug || fields.title)
  }
}

async function print(article: Imported, terminal: Terminal): Promise<readonly string[]> {
  const { body } = await savePictures({ ...article, pictures: [] }, '', async () => '')
  terminal.print(fileText({ ...article, body }))
  const count = article.pictures.length
  const lost = count > 0 ? [`Pictures that need a file to be saved beside: ${count}.`] : []
  return [...reportLines(article), ...lost]
}

/** The bytes of a document; rejects with a reason that does not name it. */
export async function bytesOf(path: string): Promise<Uint8Array> {
  const stats = await stat(path).catch(() => null)
  if (stats === null) throw new AppError('not-found', 'there is no such file')
  if (stats.isDirectory()) throw new AppError('invalid', 'it is a folder')
  if (stats.size > MAX_BYTES) throw new AppError('invalid', 'it is larger than 100 MB')
  return readFile(path)
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function mustBeFree(path: string): Promise<string> {
  if (await isThere(path))
    throw new AppError('conflict', `“${path}” is there already; name another file`)
  return path
}

async function freePath(path: string): Promise<string> {
  for (let n = 1; ; n++) {
    const tried = join(dirname(path), numberedName(basename(path), n))
    if (!(await isThere(tried))) return tried
  }
}

async function makeFolder(files: FileStore, root: Root): Promise<void> {
  const parent = dirname(root) as Root
  if (parent !== root && !(await isThere(root))) await files.makeFolder(parent, basename(root))
}
