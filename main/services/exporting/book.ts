import { AppError } from '../../../shared/api/errors'
import { decodeArticle, readMeta, splitArticle } from '../../../shared/article'
import { exportArticles } from '../../../shared/document/export'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import { withoutExtension } from '../../../shared/domain/fileName'
import type { FileStore } from '../../ports/fileStore'
import { readPicture } from '../assets/assets'
import type { ArticlePlace } from '../identities'
import { fileNameOf } from '../library/summary'
import { keptBack } from './embargo'

interface Book {
  readonly title: string
  /** Milliseconds since 1970: an article under embargo is kept back. All are bound when absent. */
  readonly now?: number
}

/**
 * Binds articles into one EPUB, each a chapter, in this order. One that cannot be read or is kept
 * back is left out and named.
 */
export async function bindBook(
  files: FileStore,
  places: readonly ArticlePlace[],
  { title, now }: Book,
): Promise<{
  readonly bytes: Uint8Array
  readonly problems: readonly string[]
  readonly failed: number
}> {
  const unread: string[] = []
  const held: string[] = []
  const articles: { text: string; untitled: string; place: ArticlePlace }[] = []
  for (const place of places) {
    try {
      const { bytes } = await files.read(place.root, place.path, { maxBytes: MAX_ARTICLE_BYTES })
      const { text } = decodeArticle(bytes)
      const { meta } = readMeta(splitArticle(text).frontMatter)
      const reason = now === undefined ? null : keptBack(meta, now)
      if (reason !== null) held.push(`${place.path}: ${reason}`)
      else articles.push({ text, untitled: withoutExtension(fileNameOf(place.path)), place })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      unread.push(`${place.path}: ${error.message}`)
    }
  }
  const { bytes, problems } = await exportArticles(
    articles.map(({ text, untitled, place }) => ({
      text,
      untitled,
      readAsset: (path) => readPicture(files, place, path).catch(() => null),
    })),
    title,
  )
  return { bytes, problems: [...unread, ...held, ...problems], failed: unread.length }
}
