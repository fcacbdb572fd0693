import { expect, it } from 'vitest'
import { aboutLength, TEXT_LENGTHS } from './textLengths'

it('says of a headline what a search result shows of it, and then that it is cut off', () => {
  const { title } = TEXT_LENGTHS
  expect(
    [title.whole, title.whole + 1, title.most + 1].map((length) => aboutLength(length, title)),
  ).toEqual(['', 'a search result shows 70', 'after 110 it is cut off in most places'])
})

it('never tells of a text before the desk has said that it is long', () => {
  for (const { least, whole, most } of Object.values(TEXT_LENGTHS)) {
    expect(least).toBeLessThan(whole)
    expect(whole).toBeLessThanOrEqual(most)
  }
})
