import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCaption, writeCaption } from './caption'

it('reads the caption and, from a last parenthesis with a label, the credit', () => {
  expect(readCaption('Delegates arrive. (Photo: Ana Ruiz)')).toEqual({
    caption: 'Delegates arrive.',
    credit: 'Photo: Ana Ruiz',
  })
  expect(readCaption('(Illustration: The desk (Oslo))')).toEqual({
    caption: '',
    credit: 'Illustration: The desk (Oslo)',
  })
})

it('leaves a parenthesis without a label in the caption', () => {
  const title = 'The bridge (left) and the mill (right)'
  expect(readCaption(title)).toEqual({ caption: title, credit: '' })
  expect(readCaption('A :) in chalk')).toEqual({ caption: 'A :) in chalk', credit: '' })
  expect(readCaption(':)')).toEqual({ caption: ':)', credit: '' })
})

it('takes an empty label for words of the caption', () => {
  expect(readCaption('Harbour (Photo:)').credit).toBe('')
})

it('has no caption where there is no title', () => {
  expect(readCaption(null)).toEqual({ caption: '', credit: '' })
  expect(readCaption(undefined)).toEqual({ caption: '', credit: '' })
})

it('labels a bare name', () => {
  expect(writeCaption({ caption: 'Harbour.', credit: 'Ana Ruiz' })).toBe(
    'Harbour. (Photo: Ana Ruiz)',
  )
})

it('keeps a credit whole whose parentheses do not pair', () => {
  const title = writeCaption({ caption: 'Harbour.', credit: 'Photo: A) B (' })
  expect(readCaption(title)).toEqual({ caption: 'Harbour.', credit: 'Photo: A] B [' })
})

it('reads back what it wrote', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '(', ')', ':', '.', 'Photo') })
  fc.assert(
    fc.property(words, words, (caption, name) => {
      const written = writeCaption({ caption, credit: `Photo: x${name}` })
      expect(readCaption(written).caption).toBe(caption.trim())
      expect(writeCaption(readCaption(written))).toBe(written)
    }),
  )
})

it('changes no meaning when it writes what it read', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const read = readCaption(title)
      expect(readCaption(writeCaption(read))).toEqual(read)
    }),
  )
})
