import { AppError } from '../../shared/api/errors'
import type { ArticleId, FolderId } from '../../shared/domain/article'
import type { FilePath, Root } from '../ports/fileStore'
import type { RandomId } from '../ports/host'

/** Where an article's file is. */
export interface ArticlePlace {
  readonly root: Root
  readonly path: FilePath
}

/**
 * The names by which a renderer knows files and folders. They are random and live as long as the
 * backend, so that a page can reach nothing that the backend has not shown it first.
 */
export interface Identities {
  article(place: ArticlePlace): ArticleId
  placeOf(id: ArticleId): ArticlePlace
  /** The article keeps its name while its file gets another path. */
  moved(id: ArticleId, path: FilePath): void
  folder(root: Root): FolderId
  rootOf(id: FolderId): Root
}

export function createIdentities(randomId: RandomId): Identities {
  const places = new Map<ArticleId, ArticlePlace>()
  const articles = new Map<string, ArticleId>()
  const roots = new Map<FolderId, Root>()
  const folders = new Map<Root, FolderId>()

  function placeOf(id: ArticleId): ArticlePlace {
    const place = places.get(id)
    if (place) return place
    throw new AppError(
      'not-found',
      'This article is not known here any more. Open it from the library.',
    )
  }

  return {
    article(place) {
      const key = keyOf(place)
      const known = articles.get(key)
      if (known !== undefined) return known
      const id = randomId() as ArticleId
      articles.set(key, id)
      places.set(id, place)
      return id
    },
    placeOf,
    moved(id, path) {
      const from = placeOf(id)
      const to = { root: from.root, path }
      if (articles.get(keyOf(from)) === id) articles.delete(keyOf(from))
      articles.set(keyOf(to), id)
      places.set(id, to)
    },
    folder(root) {
      const known = folders.get(root)
      if (known !== undefined) return known
      const id = randomId() as FolderId
      folders.set(root, id)
      roots.set(id, root)
      return id
    },
    rootOf(id) {
      const root = roots.get(id)
      if (root !== undefined) return root
      throw new AppError('not-found', 'This folder is not known here any more. Choose it again.')
    },
  }
}

/** A text that stands for one place; neither part can hold a NUL. */
export function keyOf({ root, path }: ArticlePlace): string {
  return `${root}\0${path}`
}
