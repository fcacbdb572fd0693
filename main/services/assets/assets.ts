import { MAX_PICTURE_BYTES, type Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import type { ArticleId } from '../../../shared/domain/article'
import { fromBase64, toBase64 } from '../../../shared/domain/base64'
import { fileNameFor, problemWithName, withoutExtension } from '../../../shared/domain/fileName'
import type { Picture } from '../../ports/exporter'
import type { FilePath, FileStore, Root } from '../../ports/fileStore'
import { withFreeName } from '../articles/freeName'
import type { ArticlePlace, Identities } from '../identities'
import { shownInLibrary } from '../library/shown'
import { fileNameOf, folderOf, joinPath } from '../library/summary'
import { pathBetween, pathOfAddress, resolveFrom } from './paths'
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
      const added = await withFreeName(pictureName(fileName), async (name) => {
        const place = joinPath(folderOf(path), name)
        if (!(await holds(files, root, place, bytes))) await files.create(root, place, bytes)
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
  const target = resolveFrom(folderOf(path), pathOfAddress(relative))
  const limit = { maxBytes: MAX_PICTURE_BYTES }
  const { bytes } = await files
    .read(root, target, limit)
    // A name may have what looks like an escape.
    .catch(() => files.read(root, resolveFrom(folderOf(path), relative), limit))
    .catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'not-found')) throw error
      throw new AppError('not-found', `There is no picture at “${target}” in the library.`)
    })
  return { type: check(bytes, fileNameOf(target)).type, base64: toBase64(bytes) }
}

/** A name that an address can hold as it is: `My Ship (1).PNG` → `my-ship-1.png`. */
function pictureName(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  const ending = dot > 0 ? fileName.slice(dot).toLowerCase() : ''
  const stem = withoutExtension(fileNameFor(dot > 0 ? fileName.slice(0, dot) : fileName))
  return `${stem === 'untitled' ? 'picture' : stem}${ending}`
}

/** Whether the very same picture is there already; adding it again makes no second one. */
async function holds(
  files: FileStore,
  root: Root,
  place: FilePath,
  bytes: Uint8Array,
): Promise<boolean> {
  const there = await files.read(root, place, { maxBytes: bytes.length }).catch(() => null)
  return there?.bytes.length === bytes.length && there.bytes.every((byte, at) => byte === bytes[at])
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
