import { expect, it } from 'vitest'
import { readDate } from './date'

it('writes a day in the language of the article', () => {
  expect(readDate('2026-03-04', 'en-GB')).toEqual({ machine: '2026-03-04', human: '4 March 2026' })
  expect(readDate('2026-03-04', 'de')?.human).toBe('4. März 2026')
})

it('keeps the day that was written, whatever the zone', () => {
  expect(readDate('2026-03-04T23:30:00-08:00', 'en-GB')).toEqual({
    machine: '2026-03-04T23:30:00-08:00',
    human: '4 March 2026',
  })
  expect(readDate('2026-03-04 08:30', 'en-GB')?.machine).toBe('2026-03-04T08:30')
})

it.each(['', 'soon', '2026-13-01', '2026-02-31', '4 March 2026', '2026-03-04T'])(
  'knows %j for no date',
  (written) => {
    expect(readDate(written, 'en')).toBeNull()
  },
)
