import fc from 'fast-check'
import { it } from 'vitest'
import { randomArticle } from './randomArticles'
import { randomEdit } from './randomEdits'
import { walk } from './walk'

/** `WALKS=5000 SEED=7 npx vitest run tests/conformance/edits` goes further, and elsewhere. */
const WALKS = Number(process.env.WALKS ?? 400)
const SEED = Number(process.env.SEED ?? 3)
const STEPS = 25
const edits = fc.array(randomEdit, { minLength: STEPS, maxLength: STEPS })

it(`saves what the editor shows and nothing else, through ${WALKS * STEPS} random edits`, () => {
  fc.assert(fc.property(randomArticle, edits, walk), {
    numRuns: WALKS,
    seed: SEED,
    endOnFailure: true,
  })
})
