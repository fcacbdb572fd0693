import { AppError } from '../../../shared/api/errors'
import { decodeArticle } from '../../../shared/article'
import { exportArticles } from '../../../shared/document/export'
import { MAX_ARTICLE_BYTES } from '../../../shared/domain/article'
import { withoutExtension } from '../../../shared/domain/fileName'
import type { FileStore } from '../../ports/fileStore'
import { readPicture } from '../assets/assets'
import type { ArticlePlace } from '../identities'
import { fileNameOf } from '../library/summary'

/** Binds articles into one EPUB, each a chapter, in this order. One that cannot be read is left out and named. */
export async function bindBook(
  files: FileStore,
  places: readonly ArticlePlace[],
  title: string,
): Promise<{
  readonly bytes: Uint8Array
  readonly problems: readonly string[]
  readonly failed: number
}> {
  const unread: string[] = []
  const articles: { text: string; untitled: string; place: ArticlePlace }[] = []
  for (const place of places) {
    try {
      const { bytes } = await files.read(place.root, place.path, { maxBytes: MAX_ARTICLE_BYTES })
      const untitled = withoutExtension(fileNameOf(place.path))
      articles.push({ text: decodeArticle(bytes).text, untitled, place })
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
  return { bytes, problems: [...unread, ...problems], failed: unread.length }
}
