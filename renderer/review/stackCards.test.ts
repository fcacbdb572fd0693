import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackCards } from './stackCards'

const GAP = 8
const anyCards = fc
  .array(
    fc.record({ step: fc.integer({ min: 0, max: 90 }), height: fc.integer({ min: 20, max: 300 }) }),
  )
  .map((steps) => {
    let top = 0
    return steps.map(({ step, height }, index) => {
      top += step
      return { id: `s${index}`, top, height }
    })
  })

describe('cards in the margin', () => {
  it('never lie over one another, and keep the order of the text', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), (cards, pick) => {
        const current = cards[pick % Math.max(1, cards.length)]?.id ?? null
        const tops = stackCards(cards, current, GAP)
        for (const [index, { id, height }] of cards.entries()) {
          const next = cards[index + 1]
          if (!next) continue
          expect(tops.get(next.id)).toBeGreaterThanOrEqual((tops.get(id) ?? 0) + height + GAP)
        }
      }),
    )
  })

  it('leave the current one level with its text', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), (cards, pick) => {
        const current = cards[pick % Math.max(1, cards.length)]
        const tops = stackCards(cards, current?.id ?? null, GAP)
        if (current) expect(tops.get(current.id)).toBe(current.top)
      }),
    )
  })

  it('are all in view when their texts are and there is room', () => {
    fc.assert(
      fc.property(anyCards, fc.nat(), (cards, pick) => {
        const current = cards[pick % Math.max(1, cards.length)]?.id ?? null
        const tops = stackCards(cards, current, GAP, { least: 0, most: 600 })
        for (const { id } of cards) expect(tops.get(id)).toBeGreaterThanOrEqual(0)
        const total = cards.reduce((sum, { height }) => sum + height + GAP, 0)
        if (total > 600 || cards.some(({ top }) => top > 600)) return
        for (const { id, height } of cards) {
          expect((tops.get(id) ?? 0) + height).toBeLessThanOrEqual(600)
        }
      }),
    )
  })

  it('stand level with their text where there is room', () => {
    const cards = [
      { id: 's1', top: 10, height: 50 },
      { id: 's2', top: 100, height: 50 },
    ]
    expect([...stackCards(cards, null, GAP).values()]).toEqual([10, 100])
  })
})
