import type { ArticleId, ArticleSummary } from '../../shared/domain/article'
import { type ConflictCopy, conflictCopyOf } from '../../shared/domain/conflictCopies'

/** An article that a sync program made of another one of the library. */
export interface CopyInLibrary {
  readonly copy: ArticleSummary
  readonly original: ArticleSummary
  readonly tool: ConflictCopy['tool']
  readonly isCertain: boolean
}

/** The sync programs' copies among articles, by their ids. Those whose original is not there are articles like others. */
export function copiesIn(
  articles: readonly ArticleSummary[],
): ReadonlyMap<ArticleId, CopyInLibrary> {
  const folders = new Map<string, Map<string, ArticleSummary>>()
  for (const article of articles) {
    const folder = folders.get(article.folder) ?? new Map<string, ArticleSummary>()
    folders.set(article.folder, folder.set(article.fileName, article))
  }
  const copies = new Map<ArticleId, CopyInLibrary>()
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
export function copiesOf(
  articles: readonly ArticleSummary[],
  { id, folder }: ArticleSummary,
): readonly CopyInLibrary[] {
  const beside = articles.filter((article) => article.folder === folder)
  return [...copiesIn(beside).values()].filter(({ original }) => original.id === id)
}
