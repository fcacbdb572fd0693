import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitBounds, windowStateFrom } from './bounds'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1280, y: 0, width: 1280, height: 984 }

it('puts the window back where it was', () => {
  const saved = { x: -1000, y: 40, width: 900, height: 700 }
  expect(fitBounds(saved, [screen, left])).toEqual(saved)
})

it('forgets a place on a screen that is gone', () => {
  expect(fitBounds({ x: -1000, y: 40, width: 900, height: 700 }, [screen])).toEqual({
    width: 1360,
    height: 860,
  })
})

it('fits a small screen', () => {
  const small = { x: 0, y: 0, width: 1024, height: 700 }
  expect(fitBounds(undefined, [small])).toEqual({ width: 1024, height: 700 })
})

it('can always be found and moved', () => {
  const whole = fc.integer({ min: -5000, max: 5000 })
  const size = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(fc.record({ x: whole, y: whole, width: size, height: size }), (saved) => {
      const fitted = fitBounds(saved, [screen, left])
      expect(fitted.width).toBeLessThanOrEqual(1920)
      expect(fitted.height).toBeLessThanOrEqual(1040)
      if (fitted.y !== undefined) expect(fitted.y).toBeLessThanOrEqual(1000)
    }),
  )
})

it.each([null, '', '{', '[]', '{"bounds":{"x":"1"}}', '\0\0', '{"isMaximized":"yes"}', 'null'])(
  'makes the best of %j in the file',
  (text) => {
    expect(windowStateFrom(text)).toEqual({ isMaximized: false })
  },
)
