import { describe, expect, it } from 'vitest'
import type { ArticleId, ArticleSummary } from '../../shared/domain/article'
import { listMove } from './listMove'
import { libraryRows } from './rows'

function article(fileName: string, folder = ''): ArticleSummary {
  const title = fileName.replace('.md', '')
  const rest = { standfirst: '', excerpt: '', status: '', words: 0, modified: 0, size: 0 }
  return { id: title as ArticleId, fileName, folder, title, ...rest }
}

const input = {
  articles: [article('a.md'), article('b.md'), article('c.md', 'news'), article('d.md', 'news')],
  filter: '',
  sort: 'title',
} as const
const rows = libraryRows({ ...input, folded: new Set() })
const foldedRows = libraryRows({ ...input, folded: new Set(['news']) })

function press(key: string, at: number, held: 'meta' | 'none' = 'none') {
  const keys = { ctrlKey: false, metaKey: held === 'meta', altKey: false, shiftKey: false }
  return listMove({ key, ...keys }, { rows, at, page: 2 })
}

describe('the keys of the library’s list', () => {
  it('move by one, by a page and to the ends, and stop there', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'to', key: 'b' })
    expect(press('ArrowUp', 0)).toEqual({ kind: 'to', key: 'a' })
    expect(press('PageDown', 0)).toEqual({ kind: 'to', key: 'folder:news' })
    expect(press('End', 0)).toEqual({ kind: 'to', key: 'd' })
    expect(press('PageDown', 4)).toEqual({ kind: 'to', key: 'd' })
    expect(press('Home', 4)).toEqual({ kind: 'to', key: 'a' })
  })

  it('fold and unfold a folder, and go in and out of it', () => {
    expect(press('ArrowLeft', 2)).toEqual({ kind: 'fold', folder: 'news', isFolded: true })
    expect(press('ArrowRight', 2)).toEqual({ kind: 'to', key: 'c' })
    expect(press('ArrowLeft', 4)).toEqual({ kind: 'to', key: 'folder:news' })
    const keys = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    const unfold = listMove({ key: 'ArrowRight', ...keys }, { rows: foldedRows, at: 2, page: 2 })
    expect(unfold).toEqual({ kind: 'fold', folder: 'news', isFolded: false })
  })

  it('open, rename and trash an article, on a Mac by Cmd+Backspace', () => {
    expect(press('Enter', 0)).toMatchObject({ kind: 'open', article: { fileName: 'a.md' } })
    expect(press('F2', 1)).toMatchObject({ kind: 'rename', article: { fileName: 'b.md' } })
    expect(press('Delete', 1)).toMatchObject({ kind: 'trash' })
    expect(press('Backspace', 1, 'meta')).toMatchObject({ kind: 'trash' })
    expect(press('Delete', 2)).toBeNull()
  })

  it('go to the next title that begins with a letter', () => {
    expect(press('d', 0)).toEqual({ kind: 'to', key: 'd' })
    expect(press('A', 1)).toEqual({ kind: 'to', key: 'a' })
    expect(press('z', 0)).toBeNull()
  })
})
