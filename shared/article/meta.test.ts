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

it.each([
  [
    'Hugo',
    'publishDate: 2026-01-01\nlastmod: 2026-01-02\ncategories: [Region]\nimages: [a.jpg]\nsummary: S',
  ],
  [
    'Jekyll',
    'embargo: 2026-01-01\nlast_modified_at: 2026-01-02\ncategory: Region\nimage:\n  path: a.jpg\nexcerpt: S',
  ],
  [
    'Astro',
    'embargo: 2026-01-01\nupdatedDate: 2026-01-02\nsection: Region\nheroImage: a.jpg\ndescription: S',
  ],
  [
    'Ghost',
    'embargo: 2026-01-01\nupdated_at: 2026-01-02\nsection: Region\nfeature_image: a.jpg\nmeta_description: S',
  ],
])('reads the keys of %s', (_, yaml) => {
  expect(readMeta(`---\n${yaml}\n---\n`).meta).toMatchObject({
    embargo: '2026-01-01',
    modified: '2026-01-02',
    section: 'Region',
    description: 'S',
    lead: { src: 'a.jpg' },
  })
})

it('reads the lead picture’s parts beside its key and inside it', () => {
  const lead = { src: 'a.jpg', alt: 'A mill', caption: 'At dusk', credit: 'Ana' }
  const flat = 'image: a.jpg\nimage_alt: A mill\nimage_caption: At dusk\nimage_credit: Ana'
  const inside = 'cover: {src: a.jpg, alt: A mill, caption: At dusk, credit: Ana}'
  const hero = 'heroImage: a.jpg\nheroImageAlt: A mill\nheroCaption: At dusk\nheroCredit: Ana'
  for (const yaml of [flat, inside, hero]) {
    expect(readMeta(`---\n${yaml}\n---\n`).meta.lead).toEqual(lead)
  }
})

it('reads corrections with and without their day', () => {
  const yaml = 'corrections:\n  - date: 2026-01-02\n    text: Four sails.\n  - Two millers.'
  expect(readMeta(`---\n${yaml}\n---\n`).meta.corrections).toEqual([
    { date: '2026-01-02', text: 'Four sails.' },
    { date: '', text: 'Two millers.' },
  ])
})
