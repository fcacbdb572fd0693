import { useMemo } from 'react'
import type { ArticleId } from '../../shared/domain/article'
import { relativeAddress } from '../../shared/domain/relativeAddress'
import { search } from '../../shared/text/matching'
import { useArticle, useLibrary } from '../app/DeskContext'

/** Another article of the library, as a link in the open one would name it. */
export interface LinkableArticle {
  readonly id: ArticleId
  readonly title: string
  /** Folder and file, for telling two of one title apart. */
  readonly path: string
  readonly address: string
}

/** How many are offered; typing on finds the others. */
const MOST = 8

/** Every other article of the library, with its address as seen from the open one. */
export function useLinkableArticles(own: ArticleId): readonly LinkableArticle[] {
  const articles = useLibrary((state) => state.articles)
  const folder = useArticle((state) => state.summary?.folder ?? '')
  return useMemo(
    () =>
      articles
        .filter(({ id }) => id !== own)
        .map((article) => ({
          id: article.id,
          title: article.title,
          path: article.folder === '' ? article.fileName : `${article.folder}/${article.fileName}`,
          address: relativeAddress({ folder }, article),
        })),
    [articles, folder, own],
  )
}

export function searchArticles(
  articles: readonly LinkableArticle[],
  query: string,
): readonly LinkableArticle[] {
  return search(articles, query, ({ title, path }) => [title, path]).slice(0, MOST)
}
