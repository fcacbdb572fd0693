import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { decodeArticle, type Encoding } from '../../shared/article'
import { MAX_ARTICLE_BYTES, type Revision } from '../../shared/domain/article'
import type { FileStore, Root } from '../ports/fileStore'

/** An article named on the command line, read and decoded. */
export interface ArticleFile {
  /** Its pictures are looked for in here and nowhere else: the current folder, or the file's own. */
  readonly root: Root
  readonly path: string
  readonly text: string
  readonly encoding: Encoding
  readonly bytes: Uint8Array
  readonly revision: Revision
}

export async function readArticleFile(
  files: FileStore,
  file: string,
  currentFolder: string,
): Promise<ArticleFile> {
  const absolute = resolve(currentFolder, file)
  const noFile = (): AppError => new AppError('not-found', 'there is no such file')
  const folder = await realpath(dirname(absolute)).catch(() => {
    throw noFile()
  })
  const top = await realpath(currentFolder)
  const way = relative(top, folder)
  const isBelow = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  const root = (isBelow ? top : folder) as Root
  const path = relative(root, join(folder, basename(absolute)))
    .split(sep)
    .join('/')
  const { bytes, revision } = await files
    .read(root, path, { maxBytes: MAX_ARTICLE_BYTES })
    .catch((error: unknown) => {
      // The disk's sentence is for a file that was there a moment ago.
      throw error instanceof AppError && error.code === 'not-found' ? noFile() : error
    })
  return { root, path, bytes, revision, ...decodeArticle(bytes) }
}
