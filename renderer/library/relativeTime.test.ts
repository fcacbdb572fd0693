import { expect, it } from 'vitest'
import { relativeTime } from './relativeTime'

const now = new Date(2026, 10, 24, 10, 0).getTime()
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime()

it.each([
  [at(2026, 10, 24, 9, 59), '1 min ago'],
  [now - 10_000, 'just now'],
  [now + 60_000, 'just now'],
  [at(2026, 10, 24, 9, 5), '55 min ago'],
  [at(2026, 10, 24, 1, 0), '9 h ago'],
  [at(2026, 10, 23, 23, 0), 'yesterday'],
  [at(2026, 10, 20, 10, 0), '4 days ago'],
  [at(2026, 10, 3, 10, 0), '3 Nov'],
  [at(2023, 10, 3, 10, 0), '3 Nov 2023'],
])('says %s as %s', (then, text) => {
  expect(relativeTime(then, now)).toBe(text)
})
