import fc from 'fast-check'
import { expect, it } from 'vitest'
import { listFrom, listText } from './listText'

it('reads back the list that it wrote, also with commas in it', () => {
  const item = fc
    .string({ unit: fc.constantFrom('a', 'é', ',', ' ', 'b') })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  fc.assert(
    fc.property(fc.array(item), (items) => {
      expect(listFrom(listText(items))).toEqual(items)
    }),
  )
})

it('takes no empty item', () => {
  expect(listFrom(' a, , b,')).toEqual(['a', 'b'])
})
