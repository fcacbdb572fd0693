import { expect, it } from 'vitest'
import type { ArticleId, ArticleSummary, FolderId } from '../../shared/domain/article'
import { articlesMeant, type ManyWishes, manyRequest } from './manyWishes'

const article = (id: string, folder: string, title: string): ArticleSummary => ({
  id: id as ArticleId,
  fileName: `${id}.md`,
  folder,
  title,
  standfirst: '',
  excerpt: '',
  status: '',
  words: 1,
  modified: 0,
  size: 1,
})

const listed = {
  articles: [
    article('b', 'news', 'Boats'),
    article('a', '', 'Apples'),
    article('c', 'news/old', 'Coal'),
  ],
  filter: 'boat',
  sort: 'title',
} as const

const wishes: ManyWishes = {
  which: 'all',
  format: 'html',
  design: 'plain',
  profile: 'hugo',
  index: true,
  feed: false,
  site: ' https://example.org ',
}

it('means all, what the filter shows, or a folder with those inside it', () => {
  expect(articlesMeant('all', listed)).toEqual(['a', 'b', 'c'])
  expect(articlesMeant('shown', listed)).toEqual(['b'])
  expect(articlesMeant('folder:news', listed)).toEqual(['b', 'c'])
})

it('asks for what its format knows, and for a book in the library’s order', () => {
  const to = 'folder' as FolderId
  expect(manyRequest(wishes, to, listed)).toEqual({
    ...{ to, format: 'html', design: 'plain', index: true, feed: false, site: '' },
  })
  expect(manyRequest({ ...wishes, format: 'markdown', which: 'shown' }, to, listed)).toEqual({
    ...{ to, format: 'markdown', profile: 'hugo', ids: ['b'] },
  })
  expect(manyRequest({ ...wishes, format: 'epub' }, to, listed)).toEqual({
    ...{ to, format: 'epub', design: 'plain', ids: ['a', 'b', 'c'] },
  })
})
