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
