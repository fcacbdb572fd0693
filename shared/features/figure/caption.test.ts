import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bareCredit, isLabelled, readCaption, writeCaption } from './caption'

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

it('shows a credit without its usual label, and with any other', () => {
  expect(bareCredit('Photo: Ana Ruiz')).toBe('Ana Ruiz')
  expect(bareCredit('Illustration: Ana Ruiz')).toBe('Illustration: Ana Ruiz')
  expect(bareCredit('photo: Ana Ruiz')).toBe('photo: Ana Ruiz')
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

it('means the same credit with and without the usual label', () => {
  fc.assert(
    fc.property(fc.string(), (title) => {
      const { caption, credit } = readCaption(title)
      // A label behind the label would be taken for the only one.
      fc.pre(!isLabelled(bareCredit(credit)) || bareCredit(credit) === credit)
      expect(readCaption(writeCaption({ caption, credit: bareCredit(credit) }))).toEqual(
        readCaption(writeCaption({ caption, credit })),
      )
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
