import type { ArticleSummary } from '../../shared/domain/article'
import type { LibraryRow } from './rows'

/** What a key means in the library's list. */
export type ListMove =
  | { readonly kind: 'to'; readonly key: string }
  | { readonly kind: 'fold'; readonly folder: string; readonly isFolded: boolean }
  | { readonly kind: 'open' | 'rename' | 'trash'; readonly article: ArticleSummary }

interface ListPosition {
  readonly rows: readonly LibraryRow[]
  readonly at: number
  /** How many rows a page is. */
  readonly page: number
}

type ListKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The keys of a tree, and those a file list has everywhere: Enter, F2, Delete. */
export function listMove(press: ListKey, { rows, at, page }: ListPosition): ListMove | null {
  const row = rows[at]
  if (row === undefined || press.altKey) return null
  if (press.ctrlKey || press.metaKey) {
    // A Mac's keyboard has no Delete where others have it.
    return press.metaKey && press.key === 'Backspace' ? actOn(row, 'trash') : null
  }
  const to = (index: number): ListMove | null => {
    const target = rows[Math.min(rows.length - 1, Math.max(0, index))]
    return target === undefined ? null : { kind: 'to', key: target.key }
  }
  switch (press.key) {
    case 'ArrowDown':
      return to(at + 1)
    case 'ArrowUp':
      return to(at - 1)
    case 'PageDown':
      return to(at + page)
    case 'PageUp':
      return to(at - page)
    case 'Home':
      return to(0)
    case 'End':
      return to(rows.length - 1)
    case 'ArrowRight':
      return row.kind === 'folder' ? unfold(row, to(at + 1)) : null
    case 'ArrowLeft':
      return row.kind === 'folder' ? foldUp(row) : to(sectionOf(rows, at))
    case 'Enter':
    case ' ':
      return row.kind === 'folder'
        ? { kind: 'fold', folder: row.folder, isFolded: !row.isFolded }
        : actOn(row, 'open')
    case 'F2':
      return actOn(row, 'rename')
    case 'Delete':
      return actOn(row, 'trash')
    default:
      return typed(press.key, rows, at)
  }
}

type FolderRow = Extract<LibraryRow, { kind: 'folder' }>

function unfold(row: FolderRow, next: ListMove | null): ListMove | null {
  return row.isFolded ? { kind: 'fold', folder: row.folder, isFolded: false } : next
}

function foldUp(row: FolderRow): ListMove | null {
  return row.isFolded ? null : { kind: 'fold', folder: row.folder, isFolded: true }
}

function actOn(row: LibraryRow, kind: 'open' | 'rename' | 'trash'): ListMove | null {
  return row.kind === 'article' ? { kind, article: row.article } : null
}

function sectionOf(rows: readonly LibraryRow[], at: number): number {
  const row = rows[at]
  if (row?.kind !== 'article' || row.level === 1) return at
  for (let index = at; index >= 0; index -= 1) if (rows[index]?.kind === 'folder') return index
  return at
}

/** A letter goes to the next article whose title begins with it. */
function typed(key: string, rows: readonly LibraryRow[], at: number): ListMove | null {
  if ([...key].length !== 1) return null
  const letter = key.toLocaleLowerCase()
  for (let step = 1; step <= rows.length; step += 1) {
    const row = rows[(at + step) % rows.length]
    const name = row?.kind === 'article' ? row.article.title : row?.folder
    if (row && name?.toLocaleLowerCase().startsWith(letter)) return { kind: 'to', key: row.key }
  }
  return null
}
