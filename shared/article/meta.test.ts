import { expect, it } from 'vitest'
import { readMeta } from './meta'

it('reads what a reader sees, from YAML, TOML and JSON alike', () => {
  const expected = { title: 'Talks', authors: ['Ana', 'Ben'], date: '2026-11-24', lang: 'fr' }
  expect(
    readMeta('---\ntitle: Talks\nauthors: [Ana, Ben]\ndate: 2026-11-24\nlang: fr\n---\n').meta,
  ).toMatchObject(expected)
  expect(
    readMeta(
      '+++\ntitle = "Talks"\nauthors = ["Ana", "Ben"]\ndate = "2026-11-24"\nlang = "fr"\n+++\n',
    ).meta,
  ).toMatchObject(expected)
  expect(
    readMeta('{"title": "Talks", "authors": ["Ana", "Ben"], "date": "2026-11-24", "lang": "fr"}\n')
      .meta,
  ).toMatchObject(expected)
})

it('shows values as written, not as numbers or dates', () => {
  expect(readMeta('---\ntitle: 01234\nslug: 1e3\n---\n').meta).toMatchObject({
    title: '01234',
    slug: '1e3',
  })
})

it('says that the front matter is malformed and reads the rest', () => {
  const { meta, problem } = readMeta('---\ntitle: Talks\nbroken: "x\n---\n')
  expect(meta.title).toBe('Talks')
  expect(problem).toMatch(/not valid YAML/)
})

it('says that a key stands twice', () => {
  const { meta, problem } = readMeta('---\ntitle: One\ntitle: Two\n---\n')
  expect(meta.title).toBe('One')
  expect(problem).toMatch(/“title” twice/)
})

it('follows no aliases, so a billion laughs stay one', () => {
  const bomb = `---\na: &a [x, x]\nb: &b [*a, *a]\ntags: [*b, *b]\n---\n`
  expect(readMeta(bomb).meta.tags).toEqual(['', ''])
})
