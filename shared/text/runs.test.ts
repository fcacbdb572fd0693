import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dropEnd,
  dropStart,
  joinLines,
  lineEndsIn,
  spacesForLineEnds,
  withoutBetween,
} from './runs'

const spaced = fc.string({
  unit: fc.constantFrom(' ', '\t', '\n', '\r', 'a', '\u00a0', '/*', '*/'),
})

describe('runs of white space', () => {
  it('go from either end as a pattern would take them', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(dropEnd(text, /[ \t]/)).toBe(text.replace(/[ \t]+$/, ''))
        expect(dropStart(text, /[ \t]/)).toBe(text.replace(/^[ \t]+/, ''))
      }),
    )
  })

  it('become one space where a line ends in them', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(joinLines(text)).toBe(text.replace(/\s*[\r\n]+\s*/g, ' '))
      }),
    )
  })

  it('become a space for each line that ends in them', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(spacesForLineEnds(text)).toBe(text.replace(/[ \t]*(\r\n|\r|\n)[ \t]*/g, ' '))
      }),
    )
  })

  it('are counted by the lines that end in them', () => {
    expect(lineEndsIn('a\r\n\r\n b\n\rc')).toBe(4)
  })

  it('of a hundred thousand signs are no stall', () => {
    const long = `a${' '.repeat(100_000)}b`
    expect(dropEnd(long, / /)).toBe(long)
    expect(joinLines(long)).toBe(long)
    expect(spacesForLineEnds(long)).toBe(long)
  })
})

describe('what is between two marks', () => {
  it('goes, and what has no end stays', () => {
    expect(withoutBetween('a/* b */c/* d */e/* f', '/*', '*/')).toBe('ace/* f')
  })

  it('goes as a pattern would take it', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(withoutBetween(text, '/*', '*/')).toBe(text.replace(/\/\*[\s\S]*?\*\//g, ''))
      }),
    )
  })
})
