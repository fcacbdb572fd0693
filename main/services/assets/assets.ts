import { MAX_PICTURE_BYTES, type Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import type { ArticleId } from '../../../shared/domain/article'
import { fromBase64, toBase64 } from '../../../shared/domain/base64'
import { problemWithName } from '../../../shared/domain/fileName'
import type { Picture } from '../../ports/exporter'
import type { FilePath, FileStore } from '../../ports/fileStore'
import { withFreeName } from '../articles/freeName'
import type { ArticlePlace, Identities } from '../identities'
import { shownInLibrary } from '../library/shown'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import { MAX_PIXELS, pictureFacts } from './picture'

export interface Assets {
  read(article: ArticleId, path: string): Promise<Picture>
  list(article: ArticleId): Promise<Output<'assets.list'>>
  add(
    article: ArticleId,
    picture: { readonly fileName: string; readonly base64: string },
  ): Promise<{ path: string }>
}

interface Needs {
  readonly files: FileStore
  readonly identities: Identities
}

const PICTURE_NAME = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i

export function createAssets({ files, identities }: Needs): Assets {
  return {
    read: (article, path) => readPicture(files, identities.placeOf(article), path),

    async list(article) {
      const { root, path } = identities.placeOf(article)
      const { files: found } = await files.list(root, {
        ...shownInLibrary,
        acceptsFile: (name) => PICTURE_NAME.test(name) && !name.startsWith('.'),
      })
      return found
        .filter(({ problem }) => problem === undefined)
        .map((file) => ({ path: pathBetween(folderOf(path), file.path), size: file.size }))
    },

    async add(article, { fileName, base64 }) {
      const problem = problemWithName(fileName)
      if (problem !== null) throw new AppError('invalid', problem)
      const bytes = fromBase64(base64)
      if (bytes === null || bytes.length > MAX_PICTURE_BYTES) throw tooLarge(fileName)
      check(bytes, fileName)
      const { root, path } = identities.placeOf(article)
      const added = await withFreeName(fileName, async (name) => {
        await files.create(root, joinPath(folderOf(path), name), bytes)
        return name
      })
      return { path: added }
    },
  }
}

/** A picture by its path relative to an article, wherever in the library that leads. */
export async function readPicture(
  files: FileStore,
  { root, path }: ArticlePlace,
  relative: string,
): Promise<Picture> {
  const target = resolveFrom(folderOf(path), relative)
  const { bytes } = await files.read(root, target, { maxBytes: MAX_PICTURE_BYTES })
  return { type: check(bytes, fileNameOf(target)).type, base64: toBase64(bytes) }
}

function check(bytes: Uint8Array, name: string): NonNullable<ReturnType<typeof pictureFacts>> {
  const facts = pictureFacts(bytes)
  if (facts === null) {
    throw new AppError('invalid', `“${name}” is no PNG, JPEG, GIF, WebP, AVIF or SVG picture.`)
  }
  if (facts.pixels !== null && facts.pixels > MAX_PIXELS) {
    const megapixels = Math.ceil(facts.pixels / 1_000_000)
    throw new AppError(
      'invalid',
      `“${name}” has ${megapixels} million pixels, more than can be shown; make it smaller.`,
    )
  }
  return facts
}

function tooLarge(name: string): AppError {
  return new AppError('invalid', `“${name}” is larger than 25 MB; make it smaller.`)
}

/** The place that a relative path means from a folder; `/` at its start means the library's top. */
export function resolveFrom(folder: FilePath, relative: string): FilePath {
  const parts = relative.startsWith('/') || folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) {
      throw new AppError('denied', `“${relative}” lies outside the opened folder.`)
    }
  }
  return parts.join('/')
}

/** The way from a folder to a file, both in the library. */
export function pathBetween(folder: FilePath, file: FilePath): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = file.split('/')
  let common = 0
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/')
}
