import type { ArticleSummary } from './article'
import { type ConflictCopy, conflictCopyOf } from './conflictCopies'

/** Where a file of a library is; `id` tells it from every other. */
export interface Filed {
  readonly id: string
  readonly folder: string
  readonly fileName: string
}

/** An article that a sync program made of another one of the library. */
export interface CopyInLibrary<Article extends Filed = ArticleSummary> {
  readonly copy: Article
  readonly original: Article
  readonly tool: ConflictCopy['tool']
  readonly isCertain: boolean
}

/** The sync programs' copies among articles, by their ids. Those whose original is not there are articles like others. */
export function copiesIn<Article extends Filed>(
  articles: readonly Article[],
): ReadonlyMap<string, CopyInLibrary<Article>> {
  const folders = new Map<string, Map<string, Article>>()
  for (const article of articles) {
    const folder = folders.get(article.folder) ?? new Map<string, Article>()
    folders.set(article.folder, folder.set(article.fileName, article))
  }
  const copies = new Map<string, CopyInLibrary<Article>>()
  for (const folder of folders.values()) {
    const names = [...folder.keys()]
    for (const [name, copy] of folder) {
      const found = conflictCopyOf(name, names)
      const original = found === null ? undefined : folder.get(found.original)
      if (found === null || original === undefined || original === copy) continue
      copies.set(copy.id, { copy, original, tool: found.tool, isCertain: found.isCertain })
    }
  }
  return copies
}

/** The copies of one article. */
export function copiesOf<Article extends Filed>(
  articles: readonly Article[],
  { id, folder }: Article,
): readonly CopyInLibrary<Article>[] {
  const beside = articles.filter((article) => article.folder === folder)
  return [...copiesIn(beside).values()].filter(({ original }) => original.id === id)
}

/** What slugs are compared by: an article's own, and what it is called where another has the same. */
export interface Slugged extends Filed {
  readonly slug?: string
  readonly title: string
}

/**
 * The slugs that an article must not have, with what the article of each is called. A sync program's
 * copy has the slug of what it is another version of, which is no clash of two articles.
 */
export function takenSlugs(articles: readonly Slugged[], id: string): ReadonlyMap<string, string> {
  const copies = copiesIn(articles)
  let own = id
  for (let of = copies.get(own); of !== undefined; of = copies.get(own)) own = of.original.id
  return new Map(
    articles.flatMap(({ id: other, slug = '', title }) =>
      slug === '' || other === own || copies.has(other) ? [] : [[slug, title] as const],
    ),
  )
}
