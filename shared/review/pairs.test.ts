import { describe, expect, it } from 'vitest'
import { decide, listReview, parseNodes, readNodes, serialiseNodes, summariseReview } from '.'
import { composeEdit } from './compose'

const AT = '2026-11-24T10:02Z'

function suggest(file: string, now: string, by = 'ben'): string {
  const mode = { kind: 'suggesting', author: by, timeAt: () => AT } as const
  return serialiseNodes(composeEdit(parseNodes(file), now, mode))
}

const told = (file: string) =>
  listReview(parseNodes(file)).suggestions.map(({ id, kind, author, inserted, move }) => [
    id,
    author,
    move ? `${kind} ${move.direction}` : kind,
    inserted.trim(),
  ])

describe('a block that was moved', () => {
  const blocks = 'One.\n\nTwo.\n\nThree.\n'

  it.each([
    ['up', 'Three.\n\nOne.\n\nTwo.\n', 'move up', 'Three.'],
    ['down', 'Two.\n\nThree.\n\nOne.\n', 'move down', 'One.'],
  ])('%s is one suggestion', (_, now, kind, words) => {
    expect(told(suggest(blocks, now))).toEqual([['s1', 'ben', kind, words]])
  })

  it.each([
    ['a list item', '- a\n- b\n- c\n', '- c\n- a\n- b\n', '- c'],
    [
      'an item of a numbered list',
      '1. a a\n2. b b\n3. c c\n4. d d\n',
      '1. c c\n2. a a\n3. b b\n4. d d\n',
      'c c\n2.',
    ],
    [
      'a table row',
      '| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n',
      '| a | b |\n| - | - |\n| 5 | 6 |\n| 1 | 2 |\n| 3 | 4 |\n',
      '| 5 | 6 |',
    ],
    [
      'a figure',
      'A.\n\nB.\n\n![c](c.jpg "d")\n',
      '![c](c.jpg "d")\n\nA.\n\nB.\n',
      '![c](c.jpg "d")',
    ],
  ])('may be %s', (_, original, now, words) => {
    expect(told(suggest(original, now))).toEqual([['s1', 'ben', 'move up', words]])
  })

  it.each([
    ['up to the start', '1. d d\n2. a a\n3. b b\n4. c c\n', 'move up'],
    ['down', '1. b b\n2. a a\n3. c c\n4. d d\n', 'move down'],
    ['down to the end', '1. b b\n2. c c\n3. d d\n4. a a\n', 'move down'],
  ])(
    'of a numbered list goes %s as one suggestion, with the numbers of the others',
    (_, now, kind) => {
      const list = '1. a a\n2. b b\n3. c c\n4. d d\n'
      for (const ends of ['', 'The end.\n']) {
        const file = suggest(`Intro.\n\n${list}\n${ends}`, `Intro.\n\n${now}\n${ends}`)
        const nodes = parseNodes(file)
        expect(listReview(nodes).suggestions.map(({ move }) => `move ${move?.direction}`)).toEqual([
          kind,
        ])
        const decided = (decision: 'accept' | 'reject') =>
          serialiseNodes(decide(nodes, ({ id }) => (id === 's1' ? decision : 'keep')))
        expect(decided('accept')).toBe(`Intro.\n\n${now}\n${ends}`)
        expect(decided('reject')).toBe(`Intro.\n\n${list}\n${ends}`)
      }
    },
  )

  it('past one that another suggested leaves that one theirs', () => {
    const file = suggest('One.\n\nTwo.\n', 'One.\n\nNew.\n\nTwo.\n', 'ana')
    const moved = suggest(file, 'One.\n\nTwo.\n\nNew.\n')
    expect(told(moved)).toContainEqual([expect.any(String), 'ana', 'insertion', 'New.'])
    expect(told(moved)).toContainEqual([expect.any(String), 'ben', 'move up', 'Two.'])
  })

  it('is accepted and rejected in both places at once', () => {
    const nodes = parseNodes(suggest(blocks, 'Three.\n\nOne.\n\nTwo.\n'))
    const decided = (decision: 'accept' | 'reject') =>
      serialiseNodes(decide(nodes, ({ id }) => (id === 's1' ? decision : 'keep')))
    expect(decided('accept')).toBe('Three.\n\nOne.\n\nTwo.\n')
    expect(decided('reject')).toBe(blocks)
  })

  it('is summed up as moved, and no word of it as new or gone', () => {
    const nodes = parseNodes(suggest(blocks, 'Three.\n\nOne.\n\nTwo now.\n'))
    expect(summariseReview(listReview(nodes))).toMatchObject({
      suggestions: 2,
      moves: 1,
      added: 1,
      removed: 0,
    })
  })

  it('keeps what was said of it in either place', () => {
    const file = suggest(blocks, 'Three.\n\nOne.\n\nTwo.\n')
    const sign = `{>>@ben ${AT}<<}`
    const [first = '', second = '', ...rest] = file.split(sign)
    expect(rest.length).toBeGreaterThan(0)
    const said = `${[first, second].join(`${sign}{>>@ana ${AT} Why?<<}`)}${sign}${rest.join(sign)}`
    expect(listReview(parseNodes(said)).suggestions[0]?.replies.map(({ text }) => text)).toEqual([
      'Why?',
    ])
  })
})

describe('words that were not moved', () => {
  it.each([
    [
      'by two people',
      `{--Whole.\n\n--}{>>@ana ${AT}<<}Text.\n\n{++Whole.\n\n++}{>>@ben ${AT}<<}End.\n`,
    ],
    ['by nobody known', '{--Whole.\n\n--}Text.\n\n{++Whole.\n\n++}End.\n'],
    ['few within lines', `A {--the --}{>>@ana ${AT}<<}b {++the ++}{>>@ana ${AT}<<}c.\n`],
    ['only line ends', `A.{--¶--}{>>@ana ${AT}<<}\n\nB.{++¶++}{>>@ana ${AT}<<}\n\nC.\n`],
  ])('%s stay a deletion and an insertion', (_, file) => {
    const nodes = parseNodes(file)
    expect(listReview(nodes).suggestions.map(({ kind }) => kind)).toEqual(['deletion', 'insertion'])
    expect(readNodes(nodes, 'accepted')).not.toBe(readNodes(nodes, 'original'))
  })

  it('but many within lines were', () => {
    const file = `A {--as two officials said --}{>>@ana ${AT}<<}b {++as two officials said ++}{>>@ana ${AT}<<}c.\n`
    expect(told(file)).toEqual([['s1', 'ana', 'move down', 'as two officials said']])
  })
})

describe('an item of a numbered list', () => {
  it.each([
    ['that comes', '1. a\n2. b\n3. c\n', '1. a\n2. new\n3. b\n4. c\n', 'insertion'],
    ['that goes', '1. a\n2. b\n3. c\n', '1. b\n2. c\n', 'deletion'],
    ['that goes from between', '1. a\n2. b\n3. c\n', '1. a\n2. c\n', 'deletion'],
    ['that is set off', '1. a\n\n2. b\n\n3. c\n', '1. b\n\n2. c\n', 'deletion'],
  ])('%s is one suggestion with the numbers of the others', (_, before, after, kind) => {
    const nodes = parseNodes(suggest(before, after))
    expect(listReview(nodes).suggestions.map((each) => each.kind)).toEqual([kind])
    expect(serialiseNodes(decide(nodes, () => 'accept'))).toBe(after)
    expect(serialiseNodes(decide(nodes, () => 'reject'))).toBe(before)
  })

  it('leaves the numbers of another list, and of another person, apart', () => {
    const file = suggest('1. a\n2. b\n\nText.\n\n1. x\n2. y\n', '1. b\n\nText.\n\n2. x\n3. y\n')
    expect(told(file)).toHaveLength(3)
    const other = suggest(suggest('1. a\n2. b\n', '1. b\n'), '7. b\n', 'ana')
    expect(new Set(told(other).map(([, author]) => author))).toEqual(new Set(['ben', 'ana']))
  })
})
