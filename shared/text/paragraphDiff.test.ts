import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffParagraphs } from './paragraphDiff'

const first = 'The talks lasted five hours behind closed doors.'
const second = 'Two officials said that the framework was nearly ready.'
const third = 'Neither side would speak of the harbour, or of who would hold it.'

it('pairs a paragraph with what became of it', () => {
  const list = diffParagraphs(
    `${first}\n\n${second}\n`,
    `${first}\n\n${second.replace('Two', 'Three')}\n`,
  )
  expect(list).toEqual([
    { kind: 'same', before: first, after: first },
    {
      kind: 'changed',
      before: second,
      after: second.replace('Two', 'Three'),
      changes: [
        { kind: 'removed', text: 'Two' },
        { kind: 'added', text: 'Three' },
        { kind: 'same', text: ' officials said that the framework was nearly ready.' },
      ],
    },
  ])
})

it('tells a paragraph that was moved from one that was written anew', () => {
  const list = diffParagraphs(
    [first, second, third].join('\n\n'),
    [second, third, first].join('\n\n'),
  )
  expect(list.map(({ kind }) => kind)).toEqual(['moved-away', 'same', 'same', 'moved'])
  expect(list[0]).toMatchObject({ before: first, twin: 3 })
  expect(list[3]).toMatchObject({ after: first, twin: 0 })
})

it('shows the words that were changed in a paragraph on its way', () => {
  const edited = first.replace('five', 'seven')
  const list = diffParagraphs(
    [first, second, third].join('\n\n'),
    [second, third, edited].join('\n\n'),
  )
  expect(list.at(-1)).toMatchObject({ kind: 'moved', before: first, after: edited })
  expect(list.at(-1)).toHaveProperty('changes', [
    { kind: 'same', text: 'The talks lasted ' },
    { kind: 'removed', text: 'five' },
    { kind: 'added', text: 'seven' },
    { kind: 'same', text: ' hours behind closed doors.' },
  ])
})

it('shows a paragraph of other words as removed and added', () => {
  const list = diffParagraphs(`${first}\n\n${third}`, `${second}\n\n${third}`)
  expect(list.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same'])
})

it('does not care for line endings at the end, nor for more blank lines', () => {
  expect(diffParagraphs(`${first}\r\n\r\n${second}`, `${first}\n\n\n${second}\n\n`)).toEqual([
    { kind: 'same', before: first, after: first },
    { kind: 'same', before: second, after: second },
  ])
})

it('names every paragraph of both texts once, in its order', () => {
  const paragraphs = fc.array(
    fc.constantFrom(first, second, third, first.replace('five', 'six'), '---', 'Yes.', '# Head'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(paragraphs, paragraphs, (a, b) => {
      const list = diffParagraphs(a.join('\n\n'), b.join('\n\n'))
      const before = list.flatMap((change) =>
        'before' in change && change.kind !== 'moved' ? [change.before] : [],
      )
      const after = list.flatMap((change) => ('after' in change ? [change.after] : []))
      expect(before).toEqual(a)
      expect(after).toEqual(b)
      for (const [index, change] of list.entries()) {
        if ('twin' in change) expect(list[change.twin]).toHaveProperty('twin', index)
      }
    }),
    { numRuns: 300 },
  )
})
