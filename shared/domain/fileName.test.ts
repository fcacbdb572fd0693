import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  extensionOf,
  fileNameFor,
  isArticleName,
  numberedName,
  problemWithName,
  withoutExtension,
} from './fileName'

it.each([
  ['talks.md', true],
  ['TALKS.MD', true],
  ['notes.markdown', true],
  ['a.mkd', true],
  ['a.mdown', true],
  ['a.txt', false],
  ['md', false],
  ['.md', false],
  ['.hidden.md', false],
  ['a.md.bak', false],
])('takes %s for an article: %s', (name, expected) => {
  expect(isArticleName(name)).toBe(expected)
})

it.each([
  ['Peace talks: day 3!', 'peace-talks-day-3.md'],
  ['', 'untitled.md'],
  ['***', 'untitled.md'],
  ['Über die Brücke', 'über-die-brücke.md'],
  ['Don’t look back', 'dont-look-back.md'],
  ['和平谈判', '和平谈判.md'],
  ['CON', 'article-con.md'],
  ['谈'.repeat(60), `${'谈'.repeat(26)}.md`],
  ['../../etc/passwd', 'etc-passwd.md'],
])('names the file of “%s” %s', (title, expected) => {
  expect(fileNameFor(title)).toBe(expected)
})

it('R25 makes a name that every platform takes from any headline', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const name = fileNameFor(title)
      expect(problemWithName(name)).toBeNull()
      expect(isArticleName(name)).toBe(true)
    }),
  )
})

it.each([
  '',
  '.',
  '..',
  '.hidden',
  'a/b',
  'a\\b',
  'a:b',
  'a\0b',
  'nul',
  'Con.md',
  'COM1',
  'a.',
  'a ',
  ' a',
  'é'.repeat(128),
])('refuses the name %j and says why', (name) => {
  expect(problemWithName(name)).toMatch(/\.$|another|shorten/)
})

it.each(['talks.md', 'con-men.md', 'é'.repeat(127), 'two words.md', 'a&b.md'])(
  'accepts the name %j',
  (name) => {
    expect(problemWithName(name)).toBeNull()
  },
)

it('numbers a name before its ending', () => {
  expect(numberedName('talks.md', 1)).toBe('talks.md')
  expect(numberedName('talks.md', 3)).toBe('talks-3.md')
  expect(numberedName('folder', 2)).toBe('folder-2')
})

it('parts a name and its ending', () => {
  expect(withoutExtension('talks.v2.md')).toBe('talks.v2')
  expect(extensionOf('talks.Markdown')).toBe('.Markdown')
  expect(extensionOf('talks')).toBe('.md')
})
