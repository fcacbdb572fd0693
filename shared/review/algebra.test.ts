import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  anyBody,
  anyEdit,
  cleanBody,
  edited,
  type RandomEdit,
} from '../../tests/support/reviewArbitraries'
import {
  cleanText,
  composeEdit,
  decide,
  decideAll,
  Entangled,
  listReview,
  mergeReturned,
  parseNodes,
  parseReview,
  type ReviewNode,
  readNodes,
  serialiseNodes,
  serialiseReview,
  withoutComments,
} from '.'

const parse = (text: string) => parseNodes(text)
const accepted = (nodes: readonly ReviewNode[]) => readNodes(nodes, 'accepted')
const original = (nodes: readonly ReviewNode[]) => readNodes(nodes, 'original')

/** Plays edits in suggesting mode, the file written and read again after each. */
function suggest(body: string, edits: readonly RandomEdit[]) {
  let text = body
  let plain = accepted(parse(body))
  edits.forEach((edit, index) => {
    const base = parse(text)
    plain = edited(accepted(base), edit)
    const minute = String(index).padStart(2, '0')
    const timeAt = () => `2026-11-24T10:${minute}Z`
    text = serialiseNodes(
      composeEdit(base, plain, { kind: 'suggesting', author: edit.author, timeAt }),
    )
  })
  return { text, plain }
}

/** Together at least twenty thousand articles. */
const cheap = { numRuns: 6200 }
const dear = { numRuns: 400 }

describe('the algebra of review', () => {
  it('writes back what it read, whatever the file holds', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(serialiseReview(parseReview(body))).toBe(body)
      }),
      cheap,
    )
  })

  it('leaves a file without review alone in both readings', () => {
    fc.assert(
      fc.property(cleanBody, (body) => {
        expect(cleanText(body, 'accepted')).toBe(body)
        expect(cleanText(body, 'original')).toBe(body)
      }),
      cheap,
    )
  })

  it('gives exactly the two clean texts when all is accepted or rejected', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const nodes = parse(body)
        expect(serialiseNodes(withoutComments(decideAll(nodes, 'accept')))).toBe(accepted(nodes))
        expect(serialiseNodes(withoutComments(decideAll(nodes, 'reject')))).toBe(original(nodes))
      }),
      cheap,
    )
  })

  it('keeps the original byte for byte under any edits made as suggestions, and reads the review it wrote', () => {
    fc.assert(
      fc.property(cleanBody, fc.array(anyEdit, { maxLength: 5 }), (body, edits) => {
        const { text, plain } = suggest(body, edits)
        expect(original(parse(text))).toBe(body)
        expect(accepted(parse(text))).toBe(plain)
        expect(serialiseNodes(parse(text))).toBe(text)
        for (const { author } of listReview(parse(text)).suggestions) {
          expect(['ana', 'ben', 'cy']).toContain(author)
        }
      }),
      dear,
    )
  })

  it('brings a returned draft home without losing a word of either side', () => {
    fc.assert(
      fc.property(
        cleanBody,
        fc.array(anyEdit, { maxLength: 3 }),
        fc.array(anyEdit, { maxLength: 3 }),
        (base, hers, his) => {
          const file = (text: string) => `---\ntitle: Talks\n---\n${text}`
          const mine = his.reduce(edited, base)
          const theirs = suggest(base, hers).text
          const merged = mergeReturned({
            base: file(base),
            mine: file(mine),
            theirs: file(theirs),
            author: 'ana',
            time: '2026-11-24T10:02Z',
          })
          expect(cleanText(merged, 'original')).toBe(file(mine))
          const accepted = cleanText(merged, 'accepted')
          for (const { inserted, start, end } of listReview(parse(theirs)).suggestions) {
            // What was inserted into something deleted is not in the article either way.
            if (start === end) continue
            for (const word of inserted.match(/\w+/g) ?? []) expect(accepted).toContain(word)
          }
        },
      ),
      dear,
    )
  })

  it('does not care in which order different suggestions are decided', () => {
    fc.assert(
      fc.property(
        cleanBody,
        fc.array(anyEdit, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('accept', 'reject'),
        fc.constantFrom('accept', 'reject'),
        (body, edits, one, other) => {
          const nodes = parse(suggest(body, edits).text)
          const by =
            (author: string, decision: 'accept' | 'reject') => (from: readonly ReviewNode[]) =>
              decide(from, (suggestion) => (suggestion.author === author ? decision : 'keep'))
          const inOrder = (...steps: readonly ReturnType<typeof by>[]) => {
            try {
              return serialiseNodes(steps.reduce((from, step) => step(from), nodes))
            } catch (error) {
              if (error instanceof Entangled) return null
              throw error
            }
          }
          const first = inOrder(by('ana', one), by('ben', other))
          const second = inOrder(by('ben', other), by('ana', one))
          // Where one order is refused, nothing is changed by it.
          fc.pre(first !== null && second !== null)
          expect(first).toBe(second)
        },
      ),
      dear,
    )
  })

  it('changes the text and no suggestion when it is edited rather than suggested', () => {
    fc.assert(
      fc.property(
        cleanBody,
        fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        anyEdit,
        (body, edits, edit) => {
          const { text } = suggest(body, edits)
          const nodes = parse(text)
          const plain = edited(accepted(nodes), edit)
          const after = composeEdit(nodes, plain, { kind: 'editing' })
          expect(accepted(after)).toBe(plain)
        },
      ),
      dear,
    )
  })
})
