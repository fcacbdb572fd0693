import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptAfterThinning } from './thinning'

const now = new Date(2026, 10, 24, 15, 0).getTime()
const HOUR = 3_600_000
const DAY = 24 * HOUR
const rule = { hourlyDays: 7, dailyDays: 365 }
const at = (time: number, more: object = {}) => ({ time, name: '', pinned: false, ...more })
/** So many revisions of this minute, which fill the number of those that are kept in any case. */
const fresh = Array.from({ length: 50 }, (_, n) => at(now - 1000 + n))
const thin = (old: readonly ReturnType<typeof at>[]) =>
  keptAfterThinning([...old, ...fresh], now, rule).filter(({ time }) => time < now - 1000)

describe('thinning', () => {
  it('keeps all of today', () => {
    const old = Array.from({ length: 200 }, (_, n) => at(now - 2 * HOUR + n * 1000))
    expect(thin(old)).toHaveLength(200)
  })

  it('keeps the last of each hour for a week, and of each day for a year', () => {
    const hour = new Date(2026, 10, 21, 10, 0).getTime()
    const day = new Date(2026, 5, 1, 8, 0).getTime()
    const old = [
      at(day),
      at(day + HOUR),
      at(day + DAY),
      at(hour),
      at(hour + 60_000),
      at(hour + HOUR),
    ]
    expect(thin(old)).toEqual([at(day + HOUR), at(day + DAY), at(hour + 60_000), at(hour + HOUR)])
  })

  it('keeps what has a name or is pinned for ever', () => {
    const old = [at(0, { name: 'As sent' }), at(1, { pinned: true }), at(2), at(3)]
    expect(thin(old).map(({ time }) => time)).toEqual([0, 1, 3])
  })

  it('R60 never touches the newest fifty, whatever a clock says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: now * 2 }), { maxLength: 120 }), (times) => {
        const all = times.map((time) => at(time))
        const kept = keptAfterThinning(all, now, rule)
        expect(kept.slice(-50)).toEqual(all.slice(-50))
        expect(keptAfterThinning(kept, now, rule)).toEqual(kept)
      }),
    )
  })
})
