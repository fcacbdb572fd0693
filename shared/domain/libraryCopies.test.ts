import { expect, it } from 'vitest'
import { copiesIn, copiesOf, takenSlugs } from './libraryCopies'

const article = (path: string, slug?: string) => {
  const at = path.lastIndexOf('/') + 1
  const place = { id: path, folder: path.slice(0, Math.max(0, at - 1)), fileName: path.slice(at) }
  return { ...place, title: `“${path}”`, ...(slug === undefined ? {} : { slug }) }
}

const COPY = 'talks.sync-conflict-20261124-100203-ABCDEFG.md'

it('lists the copies of one article in its folder', () => {
  const articles = [
    'talks.md',
    'talks 2.md',
    COPY,
    'walks (1).md',
    'news/talks.md',
    'news/talks 2.md',
  ].map((path) => article(path))
  expect([...copiesIn(articles).keys()]).toEqual(['talks 2.md', COPY, 'news/talks 2.md'])
  expect(copiesOf(articles, article('talks.md')).map(({ tool }) => tool)).toEqual([
    'iCloud',
    'Syncthing',
  ])
})

it('takes the slug of another version of an article for no clash', () => {
  const articles = [
    article('talks.md', 'talks'),
    article('talks 2.md', 'talks'),
    article(COPY, 'talks'),
    article('walks.md', 'walks'),
    article('walks (1).md', 'walks'),
    article('none.md'),
  ]
  for (const { id } of articles.slice(0, 3)) {
    expect([...takenSlugs(articles, id)]).toEqual([['walks', '“walks.md”']])
  }
})

it('tells of two articles with one slug, also where one of them is in another folder', () => {
  const articles = [article('talks.md', 'talks'), article('news/talks 2.md', 'talks')]
  expect([...takenSlugs(articles, 'talks.md').values()]).toEqual(['“news/talks 2.md”'])
})

it('knows a copy of a copy', () => {
  const articles = [article('a.md', 'a'), article('a 2.md', 'a'), article('a 2 (1).md', 'a')]
  expect(takenSlugs(articles, 'a 2 (1).md').size).toBe(0)
})
