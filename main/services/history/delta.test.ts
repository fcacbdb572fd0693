import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, changeBetween } from './delta'

const line = fc.constantFrom('One.', 'Two words.', '', '  ', 'Ümläut 😀', '\r', 'Three more words.')
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''))

describe('a delta', () => {
  it('makes the earlier version the later one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyDelta(before, changeBetween(before, after).delta)).toBe(after)
      }),
    )
  })

  it('gives back every version of a chain', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (versions) => {
        let last = versions[0] ?? ''
        for (const version of versions) {
          last = applyDelta(last, changeBetween(last, version).delta) ?? 'damaged'
          expect(last).toBe(version)
        }
      }),
    )
  })

  it('is no larger than what changed, wherever that is', () => {
    const before = 'First line.\nSecond line.\nThird line.\n'
    const after = 'First good line.\nSecond line.\nThird line is gone.\n'
    expect(changeBetween(before, after)).toEqual({
      delta: [
        { at: 6, removed: 0, text: 'good ' },
        { at: 35, removed: 0, text: ' is gone' },
      ],
      added: 3,
      removed: 0,
    })
  })

  it('counts words that were exchanged on both sides', () => {
    expect(
      changeBetween('The talks ran five hours.\n', 'The talks lasted six hours.\n'),
    ).toMatchObject({ added: 2, removed: 2 })
  })
})
