import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainBody } from './plainText'

it('takes the first level-1 heading, with either spelling', () => {
  expect(plainBody('## Two\n\n# One *more* #\n').heading).toBe('One more')
  expect(plainBody('The talks\n=========\n\nWords.\n')).toMatchObject({
    heading: 'The talks',
    excerpt: 'Words.',
  })
})

it('takes what stands in code for no heading and no words', () => {
  expect(plainBody('```\n# not\n```\n\n~~~ js\n```\n# nor this\n~~~\n\nText.')).toEqual({
    heading: '',
    excerpt: 'Text.',
    text: 'Text.',
  })
})

it('reads through the marks', () => {
  const source = [
    '![A ship](ship.jpg "Caption")',
    '',
    'The **talks** [ran](https://example.org) for _five_ snake_case hours[^1] \\*today\\*.',
    '',
    '> - [x] A `quoted` task &amp; more',
    '',
    '[ref]: https://example.org',
    '',
    '| a | b |',
    '| - | - |',
    '***',
  ].join('\n')
  expect(plainBody(source).text).toBe(
    'The talks ran for five snake_case hours *today*.\nA quoted task & more\n| a | b |',
  )
})

it('cuts the first words at a word', () => {
  const { excerpt } = plainBody('word '.repeat(100))
  expect(excerpt.length).toBeLessThanOrEqual(200)
  expect(excerpt).toMatch(/word…$/)
})

it('answers for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (body) => {
      expect(plainBody(body).excerpt.length).toBeLessThanOrEqual(200)
    }),
  )
})

// A pattern that looks ahead from every piece would take hours, and the test's time limit ends it.
it.each(['![', '[', '](', '<a', '[^', '*_', '`', '\\', '[](', '> ', ' #'])(
  'gets through a megabyte of %s',
  (piece) => {
    const { heading } = plainBody(piece.repeat(1_000_000 / piece.length))
    expect(heading.length).toBeLessThanOrEqual(200)
  },
)
