import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../../shared/features/feature'
import { roomFor, widthOf } from './toolbarRoom'

const named = (name: string): Action => ({
  name,
  label: name,
  keywords: [],
  icon: 'bold',
  group: 'format',
  run: () => undefined,
})
const GROUPS = [
  ['history.undo', 'history.redo'],
  ['format.bold', 'format.italic', 'format.strikethrough', 'format.code', 'link.edit'],
  ['list.bullet', 'list.number', 'list.check', 'quote.toggle'],
  ['figure.insert'],
].map((group) => group.map(named))
const namesOf = (actions: readonly Action[]) => actions.map(({ name }) => name)

describe('a toolbar’s one line', () => {
  it('has every button where there is room, and before its width is known', () => {
    expect(roomFor(GROUPS, null)).toEqual({ groups: GROUPS, rest: [] })
    expect(roomFor(GROUPS, widthOf(GROUPS))).toEqual({ groups: GROUPS, rest: [] })
  })

  it('leaves what a writer misses least to a menu first', () => {
    const { groups, rest } = roomFor(GROUPS, widthOf(GROUPS) - 1)
    expect(namesOf(rest)).toEqual(['format.strikethrough', 'format.code'])
    expect(groups).toHaveLength(4)
  })

  it('keeps bold longest', () => {
    expect(namesOf(roomFor(GROUPS, 90).groups.flat())).toEqual(['format.bold'])
  })

  it('never overflows, never loses an action and keeps their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), (width) => {
        const { groups, rest } = roomFor(GROUPS, width)
        if (groups.length > 0) expect(widthOf(groups)).toBeLessThanOrEqual(width)
        expect(groups.every((group) => group.length > 0)).toBe(true)
        const order = namesOf(GROUPS.flat())
        const shown = namesOf(groups.flat())
        expect([...shown, ...namesOf(rest)].sort()).toEqual([...order].sort())
        expect(shown).toEqual(order.filter((name) => shown.includes(name)))
      }),
    )
  })
})
