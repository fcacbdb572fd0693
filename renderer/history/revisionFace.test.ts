import { expect, it } from 'vitest'
import { sizeOf, timeOf } from './revisionFace'

const now = new Date(2026, 10, 24, 15, 0).getTime()

it('tells the time of day, and the day where it is another', () => {
  expect(timeOf(new Date(2026, 10, 24, 9, 5, 7).getTime(), now)).toBe('Today, 09:05:07')
  expect(timeOf(new Date(2026, 10, 20, 9, 5).getTime(), now)).toBe('Fri 20 Nov, 09:05')
  expect(timeOf(new Date(2025, 10, 20, 9, 5).getTime(), now)).toBe('20 Nov 2025, 09:05')
})

it('tells the size of a change in words', () => {
  expect(sizeOf({ n: 3, words: 10, added: 12, removed: 3 })).toBe('+12 −3 words')
  expect(sizeOf({ n: 3, words: 10, added: 1, removed: 0 })).toBe('+1 word')
  expect(sizeOf({ n: 3, words: 10, added: 0, removed: 0 })).toBe('No words, only signs')
  expect(sizeOf({ n: 1, words: 10, added: 10, removed: 0 })).toBe('10 words')
})
