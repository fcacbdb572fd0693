import { describe, expect, it } from 'vitest'
import type { ArticleId, ArticleSummary } from '../../shared/domain/article'
import { libraryRows, type RowsInput } from './rows'

function article(fileName: string, more: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: fileName as ArticleId,
    fileName,
    folder: '',
    title: fileName.replace('.md', ''),
    standfirst: '',
    excerpt: '',
    status: '',
    words: 0,
    modified: 0,
    size: 0,
    ...more,
  }
}

function shown(input: Partial<RowsInput>): string[] {
  const rows = libraryRows({
    articles: [],
    filter: '',
    sort: 'title',
    folded: new Set(),
    ...input,
  })
  return rows.map((row) => (row.kind === 'folder' ? `${row.folder}/` : row.article.fileName))
}

describe('the library’s list', () => {
  it('sorts titles as a person counts: 2 before 10', () => {
    const articles = [article('10 Berlin.md'), article('2 Kyiv.md'), article('äpfel.md')]
    expect(shown({ articles })).toEqual(['2 Kyiv.md', '10 Berlin.md', 'äpfel.md'])
  })

  it('shows a sync program’s copy below the article that it is of', () => {
    const articles = [
      article('a.md', { modified: 3 }),
      article('b (Ana’s conflicted copy 2026-11-24).md', { modified: 9 }),
      article('b.md', { modified: 2 }),
      article('c 2.md', { modified: 8 }),
    ]
    const rows = libraryRows({ articles, filter: '', sort: 'changed', folded: new Set() })
    expect(
      rows.map((row) =>
        row.kind === 'article' ? [row.article.fileName, row.copyOf?.tool ?? null] : [],
      ),
    ).toEqual([
      ['c 2.md', null],
      ['a.md', null],
      ['b.md', null],
      ['b (Ana’s conflicted copy 2026-11-24).md', 'Dropbox'],
    ])
  })

  it('sorts by last change, newest first', () => {
    const articles = [article('old.md', { modified: 1 }), article('new.md', { modified: 2 })]
    expect(shown({ articles, sort: 'changed' })).toEqual(['new.md', 'old.md'])
  })

  it('sorts by status along the way to print, with none at all last', () => {
    const articles = [
      article('none.md'),
      article('own.md', { status: 'on hold' }),
      article('final.md', { status: 'Final' }),
      article('draft.md', { status: 'draft' }),
    ]
    expect(shown({ articles, sort: 'status' })).toEqual([
      'draft.md',
      'final.md',
      'own.md',
      'none.md',
    ])
  })

  it('puts folders in sections after the top', () => {
    const articles = [article('b.md', { folder: 'news' }), article('a.md')]
    expect(shown({ articles })).toEqual(['a.md', 'news/', 'b.md'])
  })

  it('hides what is in a folded section', () => {
    const articles = [article('b.md', { folder: 'news' })]
    expect(shown({ articles, folded: new Set(['news']) })).toEqual(['news/'])
  })

  it('finds every word, wherever it stands, without regard to case and accents, in folded sections too', () => {
    const articles = [
      article('b.md', { folder: 'news', title: 'Ein Café in Kyiv', standfirst: 'Winter' }),
      article('c.md', { title: 'Café' }),
    ]
    const found = shown({
      articles,
      filter: 'cafe WINTER',
      folded: new Set(['news']),
    })
    expect(found).toEqual(['news/', 'b.md'])
  })

  it('numbers rows within their section for a screen reader', () => {
    const rows = libraryRows({
      articles: [article('a.md'), article('b.md', { folder: 'news' })],
      filter: '',
      sort: 'title',
      folded: new Set(),
    })
    expect(rows.map(({ position, siblings }) => [position, siblings])).toEqual([
      [1, 2],
      [2, 2],
      [1, 1],
    ])
  })
})

describe('a choice', () => {
  const articles = [
    article('a.md', { status: 'Draft', reviewer: 'ana' }),
    article('b.md', { status: 'in review', folder: 'later' }),
    article('c.md'),
  ]

  it('lists one status or one reviewer, in unfolded sections', () => {
    expect(shown({ articles, only: { kind: 'status', status: 'draft' } })).toEqual(['a.md'])
    expect(shown({ articles, only: { kind: 'reviewer', reviewer: 'ana' } })).toEqual(['a.md'])
    const only = { kind: 'status', status: 'in review' } as const
    expect(shown({ articles, only, folded: new Set(['later']) })).toEqual(['later/', 'b.md'])
    expect(shown({ articles, only, filter: 'nothing like it' })).toEqual([])
  })

  it('finds a reviewer by handle in the filter, too', () => {
    expect(shown({ articles, filter: '@ana' })).toEqual(['a.md'])
  })
})
