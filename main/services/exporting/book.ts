import { AppError } from '../../../shared/api/errors'
import { decodeArticle, readMeta, splitArticle } from '../../../shared/article'
import { type Bound, exportArticles } from '../../../shared/document/export'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import { withoutExtension } from '../../../shared/domain/fileName'
import type { Design } from '../../../shared/domain/pageThemes'
import type { FileStore } from '../../ports/fileStore'
import { readPicture } from '../assets/assets'
import type { ArticlePlace } from '../identities'
import { fileNameOf } from '../library/summary'
import { keptBack } from './embargo'

/** How far a piece of work is, and whether it is still wanted. */
export interface Watched {
  onProgress?(done: number, all: number): void
  isCancelled?(): boolean
}

interface Book extends Watched {
  readonly title: string
  readonly design?: Design | undefined
  /** Milliseconds since 1970: an article under embargo is kept back. All are bound when absent. */
  readonly now?: number
}

export interface BoundBook {
  /** Absent when it was cancelled: half a book is none. */
  readonly bytes?: Uint8Array
  readonly problems: readonly string[]
  readonly failed: number
}

const GIVEN_UP = new AppError('cancelled', 'The book was given up.')

/**
 * Binds articles into one EPUB, each a chapter, in this order. One that cannot be read or is kept
 * back is left out and named.
 */
export async function bindBook(
  files: FileStore,
  places: readonly ArticlePlace[],
  { title, design, now, onProgress, isCancelled = () => false }: Book,
): Promise<BoundBook> {
  const unread: string[] = []
  const held: string[] = []

  async function* articles(): AsyncGenerator<Bound> {
    let done = 0
    for (const place of places) {
      if (isCancelled()) throw GIVEN_UP
      onProgress?.(done++, places.length)
      try {
        const { bytes } = await files.read(place.root, place.path, { maxBytes: MAX_ARTICLE_BYTES })
        const { text } = decodeArticle(bytes)
        const { meta } = readMeta(splitArticle(text).frontMatter)
        const reason = now === undefined ? null : keptBack(meta, now)
        if (reason !== null) held.push(`${place.path}: ${reason}`)
        else {
          yield {
            text,
            untitled: withoutExtension(fileNameOf(place.path)),
            readAsset: (path) => readPicture(files, place, path).catch(() => null),
          }
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        unread.push(`${place.path}: ${error.message}`)
      }
    }
    onProgress?.(done, places.length)
  }

  try {
    const { bytes, problems } = await exportArticles(articles(), { title, design })
    return { bytes, problems: [...unread, ...held, ...problems], failed: unread.length }
  } catch (error) {
    if (error !== GIVEN_UP) throw error
    return { problems: [...unread, ...held], failed: unread.length }
  }
}
