import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resolve } from '../article/merge'
import { compareArticles } from './merge'

const MINE =
  '---\ntitle: Talks\nstatus: draft\n---\n\nThe first.\n\nThe second one here.\n\nOnly mine.\n'
const THEIRS =
  '---\ntitle: Talks\nstatus: final\n---\n\nThe first.\n\nThe second one there.\n\nThe end.\n'

it('lets a person decide about all that only one version has', () => {
  const parts = compareArticles(MINE, THEIRS)
  const conflicts = parts.flatMap((part) => (part.kind === 'conflict' ? [part] : []))
  expect(conflicts.map(({ mine, theirs }) => [mine, theirs])).toEqual([
    ['status: draft\n', 'status: final\n'],
    ['The second one here.\n\n', 'The second one there.\n\n'],
    ['Only mine.\n', 'The end.\n'],
  ])
})

const block = fc.constantFrom(
  'One paragraph.',
  'One paragraph more.',
  '# Heading',
  '* a\n* b',
  '> Quoted.',
  'Words of no other.',
)
const article = fc
  .tuple(fc.constantFrom('', '---\ntitle: T\n---\n\n'), fc.array(block, { maxLength: 6 }))
  .map(([head, blocks]) => (blocks.length === 0 ? head : `${head}${blocks.join('\n\n')}\n`))

it('gives back either version byte for byte when all of it is taken', () => {
  fc.assert(
    fc.property(article, article, (mine, theirs) => {
      const parts = compareArticles(mine, theirs)
      const all = parts.filter(({ kind }) => kind === 'conflict')
      const taken = (choice: 'mine' | 'theirs') =>
        resolve(
          parts,
          all.map(() => choice),
        )
      expect(taken('mine').trimEnd()).toBe(mine.trimEnd())
      expect(taken('theirs').split(/\s+/)).toEqual(
        expect.arrayContaining(theirs.trim().split(/\s+/)),
      )
    }),
    { numRuns: 200 },
  )
})

it('loses no word of either when both are kept everywhere', () => {
  fc.assert(
    fc.property(article, article, (mine, theirs) => {
      const parts = compareArticles(mine, theirs)
      const both = resolve(
        parts,
        parts.flatMap(({ kind }) => (kind === 'conflict' ? ['both' as const] : [])),
      )
      for (const word of `${mine} ${theirs}`.match(/\p{L}+/gu) ?? []) expect(both).toContain(word)
    }),
    { numRuns: 200 },
  )
})
