import { expect, it } from 'vitest'
import { countWords } from './countWords'

it.each([
  ['', 0],
  [' \n', 0],
  ['The talks lasted five hours.', 5],
  ['Don’t split a well-known word, nor 3.5 or 10:30.', 9],
  ['— … !', 0],
  ['Ärger in Łódź', 3],
  ['90 percent “ready”', 3],
])('counts the words of %j', (text, words) => {
  expect(countWords(text)).toBe(words)
})

it('counts words where no spaces part them', () => {
  expect(countWords('平和協議は五時間続いた。')).toBeGreaterThan(3)
})
