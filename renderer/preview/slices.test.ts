import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFollower } from './slices'

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'requestAnimationFrame',
      'cancelAnimationFrame',
      'setTimeout',
      'clearTimeout',
      'performance',
    ],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

it('is up to date after the next frame, however often it is asked meanwhile', () => {
  const started = vi.fn(function* () {})
  const { follow } = createFollower(started)
  for (let key = 0; key < 5; key++) {
    follow()
    vi.advanceTimersByTime(4)
  }
  expect(started).toHaveBeenCalledTimes(1)
})

it('gives up work that is under way for newer work', () => {
  const done: string[] = []
  let text = 'old'
  const { follow } = createFollower(function* () {
    const own = text
    for (let step = 0; step < 3; step++) {
      done.push(own)
      // Each step takes longer than a slice may.
      vi.advanceTimersByTime(10)
      yield
    }
  })
  follow()
  vi.advanceTimersToNextFrame()
  vi.advanceTimersByTime(1)
  text = 'new'
  follow()
  vi.advanceTimersByTime(200)
  expect(done).toEqual(['old', 'new', 'new', 'new'])
})
