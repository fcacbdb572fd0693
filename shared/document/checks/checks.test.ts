import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listReview, parseReview } from '../../review'
import { contentFromMarkdown } from '../export/content'
import { readHouseRules } from './houseRules'
import { checkArticle, filesNamedIn, type Surroundings } from './index'
import { lineOf } from './lines'

const AROUND: Surroundings = {
  review: { suggestions: [], threads: [] },
  missing: new Set(),
  slugs: new Map(),
  now: Date.parse('2026-03-01T12:00:00Z'),
}
const HEAD = 'title: The mill turns again'

function check(body: string, head = HEAD, around: Partial<Surroundings> = {}, rules = '') {
  const text = `---\n${head}\n---\n\n${body}\n`
  const review = listReview(parseReview(text).nodes)
  return checkArticle(
    contentFromMarkdown(text),
    { ...AROUND, review, ...around },
    readHouseRules(rules).rules,
  )
}

function names(body: string, head?: string, around?: Partial<Surroundings>, rules?: string) {
  return check(body, head, around, rules).map((finding) => finding.check)
}

const GOOD = `The mill turns again, and nobody knows why. See [the plan](https://example.org).

## Wind

> Not today.
>
> — Ana Ruiz

![Sails](a.jpg "The mill at dusk. (Photo: Ana Ruiz)")

### More

Nothing to add.`

it('has nothing to say of a sound article', () => {
  expect(check(GOOD)).toEqual([])
})

describe('finds', () => {
  it.each([
    ['a picture without a description', '![](a.jpg "C (Photo: A)")', 'picture-alt'],
    ['a picture without a caption', '![a](a.jpg "(Photo: A)")', 'picture-caption'],
    ['a picture without a credit', '![a](a.jpg "C")', 'picture-credit'],
    ['a heading that skips a level', '## A\n\n#### B', 'heading-order'],
    ['a second headline', '# A', 'heading-order'],
    ['a heading without words', 'a\n\n##\n', 'heading-empty'],
    ['a link without words', 'See [](https://example.org).', 'link-empty'],
    ['a link that leads nowhere', 'See [this]().', 'link-empty'],
    ['a link that no page will open', 'See [this](javascript:x).', 'link-address'],
    ['TK', 'He said TK of it.', 'placeholder'],
    ['lorem ipsum', 'Lorem ipsum dolor.', 'placeholder'],
    ['a quotation that says nobody', '> Not today.', 'quotation'],
    ['a paragraph in quotation marks', '“Not today.”', 'quotation'],
    ['a doubled word', 'Paris in the the spring.', 'doubled-word'],
    ['a doubled word over a line end', 'Paris in the\nthe spring.', 'doubled-word'],
    ['a suggestion', 'The {++old ++}mill.', 'review'],
    ['a comment', 'The mill{>>@ana why?<<}.', 'review'],
    ['a suggested deletion', 'The {--old --}mill.', 'review'],
  ])('%s', (_, body, name) => {
    expect(names(body)).toContain(name)
  })

  it.each([
    ['no headline', 'slug: a', 'headline'],
    ['a headline that is too long', `title: ${'word '.repeat(40)}`, 'length'],
    ['a summary that is too long', `${HEAD}\ndescription: ${'word '.repeat(40)}`, 'length'],
    ['an embargo that is not over', `${HEAD}\nembargo: 2026-03-01T18:00:00Z`, 'embargo'],
    ['a day that is none', `${HEAD}\ndate: 2026-02-31`, 'date'],
    ['a slug that is no address', `${HEAD}\nslug: My Mill`, 'slug'],
    ['a lead picture without words', `${HEAD}\nimage: a.jpg`, 'picture-alt'],
    ['TK in the standfirst', `${HEAD}\nstandfirst: TK`, 'placeholder'],
  ])('%s', (_, head, name) => {
    expect(names('Text.', head)).toContain(name)
  })

  it('a slug that another article has', () => {
    const around = { slugs: new Map([['mill', 'The old mill']]) }
    expect(check('Text.', `${HEAD}\nslug: mill`, around)).toEqual([
      {
        check: 'slug',
        level: 'error',
        message: 'The slug “mill” is also that of “The old mill”.',
        place: { kind: 'field', field: 'slug' },
      },
    ])
  })

  it('files that are not there', () => {
    const body = '![a](b.jpg "C (Photo: A)") [c](d.md)\n\n[e]: f.md\n'
    const content = contentFromMarkdown(body)
    expect(filesNamedIn(content)).toEqual(['b.jpg', 'd.md', 'f.md'])
    const missing = new Set(['b.jpg', 'd.md', 'f.md'])
    expect(names(body, HEAD, { missing })).toEqual([
      'picture-missing',
      'link-missing',
      'link-missing',
    ])
  })
})

describe('leaves alone', () => {
  it.each([
    ['what stands in code', '`the the` `{++a++}`\n\n    {>>b<<}'],
    ['words that may stand twice', 'He knew that that had had an effect.'],
    ['words apart', 'The sea. The sea. An hour-hour plan of pros and procs.'],
    ['a quotation inside a sentence', '“Not today,” she said.'],
    ['a pull quote', '> <!-- pull quote -->\n> Not today.'],
    ['plain words', 'TKO is no TKs.'],
  ])('%s', (_, body) => {
    expect(names(body)).toEqual([])
  })

  it('an embargo that is over', () => {
    expect(names('Text.', `${HEAD}\nembargo: 2026-02-28`)).toEqual([])
  })
})

describe('a library’s own rules', () => {
  it('turn checks off, ask for fields and watch words', () => {
    const rules =
      'off: [picture-credit]\nrequire: [section]\nlimits: {headline: 10}\n' +
      'words:\n  - find: util*\n    say: Write “use”.\n    level: error\n'
    expect(check('They utilised it. ![a](a.jpg "C")', HEAD, {}, rules)).toMatchObject([
      { check: 'required', level: 'error' },
      { check: 'house-word', level: 'error', message: '“utilised”: Write “use”.' },
      { check: 'length', level: 'warning' },
    ])
  })

  it('are named where they mean nothing, and the rest counts', () => {
    const { rules, problems } = readHouseRules('words: [{say: x}]\nwrong: 1\nrequire: [nose, slug]')
    expect(problems).toHaveLength(3)
    expect(rules.require).toEqual(['nose', 'slug'])
    expect(readHouseRules('a: [').problems[0]).toMatch(/not valid YAML/)
  })
})

it('reads any text without stumbling, and every finding has its line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const content = contentFromMarkdown(text)
      for (const { place } of checkArticle(content, AROUND)) {
        expect(lineOf(place, text, content)).toBeGreaterThan(0)
      }
    }),
    { numRuns: 200 },
  )
})

it('takes no longer than the text is long, whatever the rules say', () => {
  const rules = 'words: [{find: "*a*b*c*"}, {find: "*abcdabcx*"}]'
  const text = 'abcd'.repeat(20_000)
  expect(names(text, HEAD, {}, rules)).toEqual([])
})

it('finds the line of words in a block that the file has with marks of a review', () => {
  const text = '# A\n\nFirst.\n\nHe {++said++} so. TK\n\nLast TK.\n'
  const content = contentFromMarkdown(text)
  const lines = checkArticle(content, AROUND, readHouseRules('').rules)
    .filter((finding) => finding.check === 'placeholder')
    .map(({ place }) => lineOf(place, text, content))
  expect(lines).toEqual([5, 7])
})
