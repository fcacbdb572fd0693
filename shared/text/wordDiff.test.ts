import fc from 'fast-check'
import { expect, it } from 'vitest'
import { diffProse, type ProseChange } from './wordDiff'

/** `same [-removed-] {+added+}`, so that a test can be read. */
function marked(changes: readonly ProseChange[]): string {
  return changes
    .map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('')
}

const withoutAdded = (changes: readonly ProseChange[]): string =>
  changes.map(({ kind, text }) => (kind === 'added' ? '' : text)).join('')
const withoutRemoved = (changes: readonly ProseChange[]): string =>
  changes.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join('')

it.each([
  ['equal texts', 'One two.', 'One two.', 'One two.'],
  [
    'a word',
    'The talks ran five hours.',
    'The talks lasted five hours.',
    'The talks [-ran-]{+lasted+} five hours.',
  ],
  ['an added word with its space', 'the cat', 'the big cat', 'the {+big +}cat'],
  ['a removed word with its space', 'the big cat', 'the cat', 'the [-big -]cat'],
  [
    'a phrase, not single words',
    'a red fox ran',
    'a blue dog ran',
    'a [-red fox-]{+blue dog+} ran',
  ],
  [
    'no space that stayed',
    'The talks ran five hours.',
    'The talks went on for six hours.',
    'The talks [-ran five-]{+went on for six+} hours.',
  ],
  [
    'a sentence, whole',
    'One is here. Two is here.',
    'One is here. Three is here. Two is here.',
    'One is here. {+Three is here. +}Two is here.',
  ],
  [
    'words kept between changes of other sentences',
    'Old start here. The middle stays as it is. Old end.',
    'New start here. The middle stays as it is. New end.',
    '[-Old-]{+New+} start here. The middle stays as it is. [-Old-]{+New+} end.',
  ],
  [
    'a number with its separators',
    'It cost 3.5 million.',
    'It cost 3.6 million.',
    'It cost [-3.5-]{+3.6+} million.',
  ],
  ['an apostrophe', 'It don’t work', 'It doesn’t work', 'It [-don’t-]{+doesn’t+} work'],
  ['a split paragraph', 'One. Two.', 'One.\n\nTwo.', 'One.[- -]{+\n\n+}Two.'],
  ['a paragraph, whole', 'A a.\n\nB b.\n', 'A a.\n\nC c.\n\nB b.\n', 'A a.\n\n{+C c.\n\n+}B b.\n'],
  ['Chinese words', '我喜欢吃苹果', '我喜欢吃香蕉', '我喜欢吃[-苹果-]{+香蕉+}'],
  ['a joined emoji', 'So 👩‍🚒 it is', 'So 👩‍🚀 it is', 'So [-👩‍🚒-]{+👩‍🚀+} it is'],
])('shows %s', (_, before, after, expected) => {
  expect(marked(diffProse(before, after))).toBe(expected)
})

const word = fc.constantFrom(
  'the',
  'a',
  'talks',
  'lasted',
  'ran',
  'don’t',
  '3.5',
  '苹果',
  '👩‍🚒',
  'é',
  'e\u0301',
)
const gap = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '\n',
  '\n\n',
  '\r\n\r\n',
  '**',
  '\r',
  '\u00a0',
)
const prose = fc.array(fc.tuple(word, gap), { maxLength: 60 }).map((pairs) => pairs.flat().join(''))
const anyText = fc.oneof(
  prose,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
)

it('keeps every character of both texts', () => {
  fc.assert(
    fc.property(anyText, anyText, (before, after) => {
      const changes = diffProse(before, after)
      expect(withoutAdded(changes)).toBe(before)
      expect(withoutRemoved(changes)).toBe(after)
    }),
    { numRuns: 1_000 },
  )
})

it('never shows two runs of a kind in a row, nor an empty one', () => {
  fc.assert(
    fc.property(prose, prose, (before, after) => {
      const changes = diffProse(before, after)
      changes.forEach(({ kind, text }, index) => {
        expect(text).not.toBe('')
        expect(changes[index - 1]?.kind).not.toBe(kind)
      })
    }),
  )
})

it('never cuts between the halves of a surrogate pair', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('😀', '😁', 'a', ' ')),
      fc.array(fc.constantFrom('😀', '😁', 'b')),
      (a, b) => {
        for (const { text } of diffProse(a.join(''), b.join(''))) {
          expect(text).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/)
        }
      },
    ),
  )
})

const sentence = (seed: number): string =>
  Array.from({ length: 12 }, (_, index) => `w${(seed * 7919 + index * 104729) % 5003}`).join(' ')

it('finds one changed word among two hundred thousand', () => {
  const paragraphs = Array.from({ length: 17_000 }, (_, index) => sentence(index))
  const before = paragraphs.join('\n\n')
  const after = paragraphs.with(9_000, `${sentence(9_000)} indeed`).join('\n\n')
  const changes = diffProse(before, after)
  expect(changes.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'added', text: ' indeed' },
  ])
})

it('compares word by word even where every paragraph of a long text changed', () => {
  const paragraphs = Array.from({ length: 1_000 }, (_, index) => sentence(index))
  const changes = diffProse(
    paragraphs.join('\n\n'),
    paragraphs.map((paragraph) => `${paragraph} so`).join('\n\n'),
  )
  expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(1_000)
  expect(changes.filter(({ kind }) => kind === 'removed')).toHaveLength(0)
})

it('shows texts of nothing in common whole', () => {
  const before = Array.from({ length: 3_000 }, (_, index) => `x${index}`).join(' ')
  const after = Array.from({ length: 3_000 }, (_, index) => `y${index}`).join(' ')
  expect(diffProse(before, after)).toEqual([
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ])
})
