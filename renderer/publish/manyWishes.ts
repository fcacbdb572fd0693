import type { Input } from '../../shared/api/contract'
import type { ArticleId, ArticleSummary, FolderId } from '../../shared/domain/article'
import type { ExportFormat, MarkdownProfileName } from '../../shared/domain/exports'
import type { PageDesign } from '../../shared/domain/pageThemes'
import { libraryRows } from '../library/rows'
import type { LayoutState } from '../state/layoutStore'

/** Which articles are meant: all, what the library's filter shows, or a folder by its path. */
export type Which = 'all' | 'shown' | `folder:${string}`

export interface ManyWishes {
  readonly which: Which
  readonly format: ExportFormat
  readonly design: PageDesign
  readonly profile: MarkdownProfileName
  readonly index: boolean
  readonly feed: boolean
  readonly site: string
}

interface Listed {
  readonly articles: readonly ArticleSummary[]
  readonly filter: string
  readonly sort: LayoutState['sort']
}

/** The articles meant, in the library's own order, which is a book's as well. */
export function articlesMeant(
  which: Which,
  { articles, filter, sort }: Listed,
): readonly ArticleId[] {
  const rows = libraryRows({
    articles,
    filter: which === 'shown' ? filter : '',
    sort,
    folded: new Set(),
  })
  const folder = which.startsWith('folder:') ? which.slice('folder:'.length) : null
  return rows.flatMap((row) => {
    if (row.kind !== 'article') return []
    const isMeant =
      folder === null ||
      row.article.folder === folder ||
      row.article.folder.startsWith(`${folder}/`)
    return isMeant ? [row.article.id] : []
  })
}

/** The request that these wishes make: options of other formats stay behind. */
export function manyRequest(
  wishes: ManyWishes,
  to: FolderId,
  listed: Listed,
): Omit<Input<'exports.many'>, 'job'> {
  const { which, format, design, profile, index, feed, site } = wishes
  const ids = which === 'all' && format !== 'epub' ? {} : { ids: [...articlesMeant(which, listed)] }
  switch (format) {
    case 'html':
      return { to, format, design, index, feed, site: feed ? site.trim() : '', ...ids }
    case 'pdf':
    case 'epub':
      return { to, format, design, ...ids }
    case 'markdown':
      return { to, format, profile, ...ids }
    case 'docx':
    case 'text':
      return { to, format, ...ids }
  }
}
