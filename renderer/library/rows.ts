import { type ArticleId, type ArticleSummary, STATUSES } from '../../shared/domain/article'
import { type CopyInLibrary, copiesIn } from '../../shared/domain/libraryCopies'
import type { LayoutState } from '../state/layoutStore'
import type { LibraryChoice } from '../state/libraryStore'

/** One line of the library's list. Folders are sections; what lies at the top comes first, without one. */
export type LibraryRow =
  | {
      readonly kind: 'folder'
      readonly key: string
      readonly folder: string
      readonly count: number
      readonly isFolded: boolean
      readonly position: number
      readonly siblings: number
    }
  | {
      readonly kind: 'article'
      readonly key: string
      readonly article: ArticleSummary
      /** The article of which a sync program made this one. */
      readonly copyOf?: CopyInLibrary
      readonly level: 1 | 2
      readonly position: number
      readonly siblings: number
    }

export interface RowsInput {
  readonly articles: readonly ArticleSummary[]
  readonly filter: string
  /** Only articles of this status or this reviewer. */
  readonly only?: LibraryChoice
  readonly sort: LayoutState['sort']
  readonly folded: ReadonlySet<string>
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/**
 * What the list shows: filtered, sorted, in sections. A folder without articles has none, since most
 * of those hold pictures; while a filter is on, no section is folded.
 */
export function libraryRows({
  articles,
  filter,
  only = { kind: 'all' },
  sort,
  folded,
}: RowsInput): LibraryRow[] {
  const wanted = searchWords(filter)
  const found = articles.filter((article) => isChosen(article, only) && matches(article, wanted))
  const sections = new Map<string, ArticleSummary[]>()
  for (const article of found) {
    const section = sections.get(article.folder)
    if (section === undefined) sections.set(article.folder, [article])
    else section.push(article)
  }

  const copies = copiesIn(articles)
  const arranged = (folder: string) =>
    besideOriginals(sections.get(folder) ?? [], copies, order(sort))
  const copyOf = ({ id }: ArticleSummary) => {
    const copy = copies.get(id)
    return copy === undefined ? {} : { copyOf: copy }
  }
  const top = arranged('')
  sections.delete('')
  const names = [...sections.keys()].sort(byName.compare)
  const siblings = top.length + names.length
  const rows: LibraryRow[] = top.map((article, index) => ({
    kind: 'article',
    key: article.id,
    article,
    ...copyOf(article),
    level: 1,
    position: index + 1,
    siblings,
  }))
  names.forEach((folder, index) => {
    const inside = arranged(folder)
    const isFolded = wanted.length === 0 && only.kind === 'all' && folded.has(folder)
    rows.push({
      kind: 'folder',
      key: folderKey(folder),
      folder,
      count: inside.length,
      isFolded,
      position: top.length + index + 1,
      siblings,
    })
    if (isFolded) return
    inside.forEach((article, at) => {
      rows.push({
        kind: 'article',
        key: article.id,
        article,
        ...copyOf(article),
        level: 2,
        position: at + 1,
        siblings: inside.length,
      })
    })
  })
  return rows
}

/** Sorted, with each copy right after the article that it is of. */
function besideOriginals(
  articles: readonly ArticleSummary[],
  copies: ReadonlyMap<string, CopyInLibrary>,
  compare: (a: ArticleSummary, b: ArticleSummary) => number,
): readonly ArticleSummary[] {
  const sorted = articles.toSorted(compare)
  const shown = new Set(sorted.map(({ id }) => id))
  const ownerOf = ({ id }: ArticleSummary): ArticleId | null => {
    const owner = copies.get(id)?.original.id
    // A filter may leave a copy without its article.
    return owner !== undefined && shown.has(owner) && !copies.has(owner) ? owner : null
  }
  return sorted
    .filter((article) => ownerOf(article) === null)
    .flatMap((article) => [article, ...sorted.filter((copy) => ownerOf(copy) === article.id)])
}

/** No article's id holds a colon. */
export function folderKey(folder: string): string {
  return `folder:${folder}`
}

function order(sort: LayoutState['sort']): (a: ArticleSummary, b: ArticleSummary) => number {
  const byTitle = (a: ArticleSummary, b: ArticleSummary) =>
    byName.compare(a.title, b.title) || byName.compare(a.fileName, b.fileName)
  switch (sort) {
    case 'title':
      return byTitle
    case 'changed':
      return (a, b) => b.modified - a.modified || byTitle(a, b)
    case 'status':
      return (a, b) => statusRank(a.status) - statusRank(b.status) || byTitle(a, b)
  }
}

/** Along the way to print; statuses of a person's own after ours, none at all last. */
function statusRank(status: string): number {
  if (status === '') return STATUSES.length + 1
  const known: readonly string[] = STATUSES
  const rank = known.indexOf(status.toLowerCase())
  return rank === -1 ? STATUSES.length : rank
}

function isChosen(article: ArticleSummary, only: LibraryChoice): boolean {
  switch (only.kind) {
    case 'all':
      return true
    case 'status':
      return fold(article.status) === fold(only.status)
    case 'reviewer':
      return article.reviewer === only.reviewer
  }
}

function matches(article: ArticleSummary, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const { title, standfirst, excerpt, fileName, folder, status, reviewer } = article
  const who = reviewer === undefined ? '' : `@${reviewer}`
  const text = fold(
    `${title}\n${standfirst}\n${excerpt}\n${fileName}\n${folder}\n${status}\n${who}`,
  )
  return wanted.every((word) => text.includes(word))
}

function searchWords(filter: string): readonly string[] {
  return fold(filter).split(/\s+/).filter(Boolean)
}

/** Case and accents do not matter to someone in search of a name. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
