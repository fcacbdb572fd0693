import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FieldInput } from './fieldText'
import { readFields, readMeta } from './meta'
import { setFields } from './setFields'

function set(data: string, key: string, value: FieldInput): string {
  const text = setFields(`---\n${data}\n---\n`, { [key]: value })
  return text.slice(4, -5)
}

it('writes a list in the style it has', () => {
  expect(set('tags: [a, b]  # two', 'tags', ['a', 'c, d'])).toBe('tags: [a, "c, d"]  # two')
  expect(set('tags:\n  - a\n  - b\nx: 1', 'tags', ['a', 'c'])).toBe('tags:\n  - a\n  - c\nx: 1')
  expect(set('tags:\n- a\nx: 1', 'tags', ['b', 'c'])).toBe('tags:\n- b\n- c\nx: 1')
  expect(set('author: Ana', 'author', ['Ben'])).toBe('author: Ben')
  expect(set('author: Ana', 'author', ['Ana', 'Ben'])).toBe('author: [Ana, Ben]')
  expect(set('x: 1', 'tags', ['a', 'b'])).toBe('x: 1\ntags: [a, b]')
})

it('leaves the items that stay as they are written, with what is noted beside them', () => {
  const block = 'tags:\n  # seas\n  - "a"  # first\n  - b\n  # rivers\n  - \'c\' # third\nx: 1'
  expect(set(block, 'tags', ['a', 'b', 'd'])).toBe(block.replace("'c'", "'d'"))
  expect(set(block, 'tags', ['a', 'c'])).toBe(block.replace('  - b\n', ''))
  expect(set(block, 'tags', ['z', 'a', 'b', 'c'])).toBe(block.replace('  - "a"', '  - z\n  - "a"'))
  expect(set(block, 'tags', ['a', 'b', 'c', 'd'])).toBe(block.replace('third', 'third\n  - d'))
  const flow = `tags: ["a",  b ,'c'] # three`
  expect(set(flow, 'tags', ['a', 'c'])).toBe(`tags: ["a" ,'c'] # three`)
  expect(set(flow, 'tags', ['b', 'c'])).toBe(`tags: [b ,'c'] # three`)
  expect(set(flow, 'tags', ['a', 'b', 'c', 'd, e'])).toBe(`tags: ["a",  b ,'c', "d, e"] # three`)
})

it('leaves a number a number, and yes or no what they are', () => {
  expect(set('weight: 10 # kg', 'weight', '10.50')).toBe('weight: 10.50 # kg')
  expect(set('zip: 01234', 'zip', '01235')).toBe('zip: 01235')
  expect(set('draft: true', 'draft', 'false')).toBe('draft: false')
  expect(set('x: {draft: true}', 'x.draft', 'false')).toBe('x: {draft: false}')
  expect(set('weight: "10"', 'weight', '11')).toBe('weight: "11"')
  expect(set('weight: 10', 'weight', 'ten')).toBe('weight: ten')
  expect(set('weight: ten', 'weight', '10')).toBe('weight: "10"')
})

it('takes a key away with its line, and leaves the comments of others', () => {
  expect(set('a: 1 # one\ndate: 2026-01-01\n# about b\nb: 2', 'date', '')).toBe(
    'a: 1 # one\n# about b\nb: 2',
  )
  expect(set('tags:\n  - a\nb: 2', 'tags', [])).toBe('b: 2')
})

it('writes a day without quotes, unless the day had them', () => {
  expect(set('date: 2026-01-01', 'date', '2026-01-02')).toBe('date: 2026-01-02')
  expect(set('date: "2026-01-01"', 'date', '2026-01-02')).toBe('date: "2026-01-02"')
})

it('sets a key inside a map, block or flow', () => {
  expect(set('image:\n  path: a.jpg\n  alt: A # was\nb: 2', 'image.alt', 'B')).toBe(
    'image:\n  path: a.jpg\n  alt: B # was\nb: 2',
  )
  expect(set('image:\n  path: a.jpg\nb: 2', 'image.alt', 'A')).toBe(
    'image:\n  path: a.jpg\n  alt: A\nb: 2',
  )
  expect(set('image: {path: a.jpg}', 'image.alt', 'A')).toBe('image: {path: a.jpg, alt: "A"}')
})

it('writes corrections as records', () => {
  const corrections = [
    { date: '2026-01-02', text: 'Four: sails' },
    { date: '', text: 'Two' },
  ]
  const text = set('x: 1', 'corrections', corrections)
  expect(text).toBe(
    'x: 1\ncorrections:\n  - date: 2026-01-02\n    text: "Four: sails"\n  - text: Two',
  )
  expect(set(text, 'corrections', [{ text: 'One' }])).toBe('x: 1\ncorrections:\n  - text: One')
})

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    'a, b',
    '- x',
    '# c',
    '"q"',
    "it's",
    'yes',
    '01234',
    '{x}',
    '[y]',
    'é: ü',
    '*a',
    '&b',
  ),
)
const words = word.filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}]/u.test(text))
const value: fc.Arbitrary<FieldInput> = fc.oneof(
  words,
  fc.array(words, { minLength: 2, maxLength: 4 }),
  fc.array(fc.record({ date: words, text: words }), { minLength: 1, maxLength: 3 }),
)
const before = fc.constantFrom(
  'tags: x',
  'tags: [x, y]',
  'tags:\n  - x\n  - y',
  'tags:\n- x',
  'tags: "x"',
  'tags:',
  'tags: |\n  x',
  'other: 1',
)

it('changes a list item by item: others keep their bytes', () => {
  const plain = words.filter((text) => !text.includes(':') && /^\p{L}+$/u.test(text))
  fc.assert(
    fc.property(
      fc.array(plain, { minLength: 1, maxLength: 5 }),
      fc.array(fc.oneof(plain, words), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      (olds, news, isFlow) => {
        const own = isFlow
          ? `tags: [${olds.map((word) => `"${word}"`).join(' , ')}]`
          : `tags:\n${olds.map((word, index) => `  - "${word}" # ${index}`).join('\n')}`
        const text = setFields(`---\n${own}\nz: 1 # last\n---\n`, { tags: news })
        expect(readFields(text).fields.get('tags')).toEqual(news)
        expect(text.endsWith('\nz: 1 # last\n---\n')).toBe(true)
        const notes = isFlow ? 0 : Math.min(olds.length, news.length)
        expect(text.match(/ # \d/g)?.length ?? 0).toBeGreaterThanOrEqual(notes)
      },
    ),
  )
})

it('reads back what was set, and changes no other byte', () => {
  fc.assert(
    fc.property(before, value, (own, input) => {
      const head = "a: 'one'   # first\n\n"
      const tail = '\n# last\nz: {b:   01234}'
      const text = setFields(`---\n${head}${own}${tail}\n---\n`, { tags: input })
      expect(text.startsWith(`---\n${head}`)).toBe(true)
      expect(text).toContain(tail)
      expect(readFields(text).fields.get('tags')).toEqual(input)
      expect(readMeta(text).problem).toBeUndefined()
    }),
    { numRuns: 400 },
  )
})
