import fc from 'fast-check'
import { expect, it } from 'vitest'
import { transplant } from './transplant'

it('keeps how lines were wrapped around an edit', () => {
  expect(transplant('one two three four', 'one two three and four', 'one two\nthree four')).toBe(
    'one two\nthree and four',
  )
})

it('keeps other marks and escapes away from the edit', () => {
  expect(transplant('*one* two **three**', '*one* 2 **three**', '_one_ two __three__')).toBe(
    '_one_ 2 __three__',
  )
})

it('appends before what the written style puts after the text', () => {
  expect(transplant('Title', 'Title more', 'Title\n=====')).toBe('Title more\n=====')
})

it('carries several edits at once', () => {
  expect(transplant('- a\n- b\n- c', '- a1\n- b\n- c3', '- a\n\n- b\n\n- c')).toBe(
    '- a1\n\n- b\n\n- c3',
  )
})

const prose = fc
  .array(fc.constantFrom('a', 'bb', ' ', '*', '\n', 'ccc', '-', '1'), { maxLength: 20 })
  .map((parts) => parts.join(''))

it('gives the edited text where the styles are one, and the written text where nothing was edited', () => {
  fc.assert(
    fc.property(prose, prose, prose, (plain, edited, written) => {
      expect(transplant(plain, edited, plain)).toBe(edited)
      expect(transplant(plain, plain, written)).toBe(written)
    }),
    { numRuns: 500 },
  )
})

it('never loses a word that only the edit or only the file has', () => {
  fc.assert(
    fc.property(prose, prose, (plain, written) => {
      const result = transplant(plain, `${plain} edit`, written)
      expect(result).toContain('edit')
    }),
    { numRuns: 500 },
  )
})
