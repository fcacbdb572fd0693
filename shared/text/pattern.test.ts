import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FindQuery, readPattern } from './pattern'

function find(line: string, query: Partial<FindQuery>): readonly string[] {
  const pattern = readPattern({
    text: '',
    matchCase: false,
    wholeWord: false,
    regex: false,
    ...query,
  })
  return pattern.kind === 'pattern'
    ? pattern.find(line).map(({ start, end }) => line.slice(start, end))
    : []
}

function replaced(line: string, query: Partial<FindQuery>, by: string): string {
  const pattern = readPattern({
    text: '',
    matchCase: false,
    wholeWord: false,
    regex: false,
    ...query,
  })
  if (pattern.kind !== 'pattern') return line
  let result = line
  for (const found of [...pattern.find(line)].reverse()) {
    result =
      result.slice(0, found.start) + pattern.replace(line, found, by) + result.slice(found.end)
  }
  return result
}

describe('finding', () => {
  it('takes signs for themselves unless they are an expression', () => {
    expect(find('a.b axb', { text: 'a.b' })).toEqual(['a.b'])
    expect(find('a.b axb', { text: 'a.b', regex: true })).toEqual(['a.b', 'axb'])
  })

  it('minds case and whole words only when asked, in every script', () => {
    expect(find('Harbour harbours', { text: 'harbour' })).toHaveLength(2)
    expect(find('Harbour harbours', { text: 'harbour', matchCase: true })).toEqual(['harbour'])
    expect(find('Harbour harbours', { text: 'harbour', wholeWord: true })).toEqual(['Harbour'])
    expect(find('Ärger Ä Äpfel', { text: 'ä', wholeWord: true })).toEqual(['Ä'])
  })

  it('says why an expression is none, and finds no nothing', () => {
    const pattern = readPattern({ text: '(', matchCase: false, wholeWord: false, regex: true })
    expect(pattern.kind).toBe('invalid')
    expect(find('aaa', { text: 'b*', regex: true })).toEqual([])
  })

  it('finds every place where the text stands, and replaces exactly those', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        (line, text) => {
          expect(find(line, { text, matchCase: true }).length).toBe(line.split(text).length - 1)
          expect(replaced(line, { text, matchCase: true }, 'X$1')).toBe(
            line.split(text).join('X$1'),
          )
        },
      ),
      { examples: [['a$&a', '$&']] },
    )
  })
})

it('puts groups of an expression into the replacement, with what stands around it in sight', () => {
  expect(replaced('12 Feb, 3 Mar', { text: '(\\d+) (\\w+)', regex: true }, '$2 $1')).toBe(
    'Feb 12, Mar 3',
  )
  expect(replaced('ab cb', { text: '(?<=a)b', regex: true }, 'X')).toBe('aX cb')
})
