import { expect, it } from 'vitest'
import { isQuick } from './parseBody'

const paragraph =
  'The talks went on (as they had “for eleven days”) until, at last, the *two* sides signed [it](https://example.org/a). '

it('parses a short article at once', () => {
  expect(isQuick(paragraph.repeat(20))).toBe(true)
})

it('leaves to a worker what could take long: length, and signs that may nest (C26)', () => {
  expect(isQuick('word '.repeat(1000))).toBe(false)
  expect(isQuick(`${'- '.repeat(1900)}a`)).toBe(false)
  expect(isQuick('*a **a '.repeat(500))).toBe(false)
  expect(isQuick('['.repeat(500))).toBe(false)
})
