import { expect, it } from 'vitest'
import { openArticle } from '../../document/articleDocument'
import { parseMarkdown } from '../../document/markdown/parse'
import { readWidth, writeWidth } from './width'

it('reads and writes the width at the end of the address', () => {
  expect(readWidth('a.jpg')).toBe('text')
  expect(readWidth('a.jpg#wide')).toBe('wide')
  expect(readWidth('a.svg#layer')).toBe('text')
  expect(writeWidth('a.jpg#wide', 'full')).toBe('a.jpg#full')
  expect(writeWidth('a.jpg#full', 'text')).toBe('a.jpg')
})

it('stays in the file as it is written', () => {
  const text = '![A bridge](a.jpg#wide "Caption")\n'
  const article = openArticle({ text, tree: parseMarkdown(text) })
  expect(article.text()).toBe(text)
  article.dispose()
})
