import { HistoryExtension } from '@lexical/history'
import fc from 'fast-check'
import { configExtension } from 'lexical'
import { expect, it } from 'vitest'
import { openReviewed, type ReviewedDocument } from '../../../shared/document/reviewedDocument'
import { decideFile, parseReview, publishedText, serialiseReview } from '../../../shared/review'
import { randomArticle } from './randomArticles'
import { type Edit, perform, randomEdit } from './randomEdits'

/** `WALKS=5000 SEED=7 npx vitest run tests/conformance/edits/suggesting` goes further, and elsewhere. */
const WALKS = Number(process.env.WALKS ?? 120)
const SEED = Number(process.env.SEED ?? 3)
const STEPS = 6
const SIGNS = ['{++x++}', '{--', '--}', '{~~a~>b~~}', '{==', '{>>@ana hm<<}', '¶']

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 12, arbitrary: randomEdit },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: fc.record({ text: fc.nat({ max: 30 }), offset: fc.nat({ max: 12 }) }),
      words: fc.constantFrom(...SIGNS),
    }),
  },
)
const edits = fc.array(edit, { minLength: STEPS, maxLength: STEPS })

function open(text: string, handle: string): ReviewedDocument {
  return openReviewed({
    text,
    extensions: [configExtension(HistoryExtension, { disabled: false })],
    review: {
      reviewer: () => ({ handle, name: '', colour: '' }),
      now: () => new Date('2026-11-24T10:02:30Z'),
      onUnwritable: () => expect.unreachable('A change could not be written as a suggestion.'),
    },
  })
}

/** Does the same to a text in suggesting mode and to its accepted reading in editing mode. */
function suggest(file: string, author: string, steps: readonly Edit[]): string {
  const marked = open(file, author)
  const plain = open(publishedText(file, 'accepted'), author)
  try {
    marked.review.setMode('suggesting')
    // Switching reads the article once; so does this.
    plain.text()
    for (const step of steps) {
      perform(marked.editor, step)
      perform(plain.editor, step)
    }
    const saved = marked.text()
    // How lines end is taken from the file, and a file of one line does not say.
    expect(withNewlines(publishedText(saved, 'accepted'))).toBe(withNewlines(plain.text()))
    return saved
  } finally {
    marked.dispose()
    plain.dispose()
  }
}

const withNewlines = (text: string): string => text.replace(/\r\n?/g, '\n')

function decideBy(file: string, author: string, decision: 'accept' | 'reject'): string {
  const review = parseReview(file)
  return serialiseReview(decideFile(review, (each) => (each.author === author ? decision : 'keep')))
}

it(`keeps the original and gives the edited text, through ${WALKS * STEPS * 2} random edits made as suggestions by two people`, () => {
  fc.assert(
    fc.property(randomArticle, edits, edits, (text, hers, his) => {
      const first = suggest(text, 'ana', hers)
      const second = suggest(first, 'ben', his)
      expect(publishedText(first, 'original')).toBe(text)
      expect(publishedText(second, 'original')).toBe(text)
      const oneWay = decideBy(decideBy(second, 'ana', 'accept'), 'ben', 'reject')
      expect(decideBy(decideBy(second, 'ben', 'reject'), 'ana', 'accept')).toBe(oneWay)
    }),
    { numRuns: WALKS, seed: SEED, endOnFailure: true },
  )
})
