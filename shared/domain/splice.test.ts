import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applySplice, spliceBetween, spliceBetweenPieces } from './splice'

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '\ud83d'),
  maxLength: 30,
})

it('makes one text the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const splice = spliceBetween(before, after)
      expect(splice === null ? before : applySplice(before, splice)).toBe(after)
    }),
  )
})

it('makes one text the other also when they come in pieces', () => {
  fc.assert(
    fc.property(fc.array(text), fc.array(text), fc.array(text), (start, before, after) => {
      const a = [...start, ...before, ...start]
      const b = [...start, ...after, ...start]
      const splice = spliceBetweenPieces(a, b)
      expect(splice === null ? a.join('') : applySplice(a.join(''), splice)).toBe(b.join(''))
    }),
  )
})

it('holds no more than what was typed', () => {
  const pieces = ['One.\n\n', 'Two words.\n\n', 'Three.\n']
  const typed = ['One.\n\n', 'Two more words.\n\n', 'Three.\n']
  expect(spliceBetweenPieces(pieces, typed)).toEqual({ at: 10, removed: 0, text: 'more ' })
})

it('refuses a change that lies outside of the text', () => {
  expect(applySplice('abc', { at: 2, removed: 2, text: '' })).toBeNull()
})
