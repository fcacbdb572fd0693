import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEdit, cleanBody, edited, SIGNS } from '../../tests/support/reviewArbitraries'
import { composeEdit, createComposer, listReview, parseNodes, readNodes, serialiseNodes } from '.'
import { chunksOf } from './chunks'

const suggesting = { kind: 'suggesting', author: 'ben', timeAt: () => '2026-11-24T10:02Z' } as const

/** Articles of several blocks, which is what makes composing by block worth the while. */
const anyArticle = fc
  .array(cleanBody, { minLength: 1, maxLength: 4 })
  .map((bodies) => bodies.join('\n\nBetween.\n\n'))

describe('composing by block', () => {
  it('parts a text so that its parts are the text', () => {
    fc.assert(
      fc.property(anyArticle, (body) => {
        expect(chunksOf(body).join('')).toBe(body)
      }),
    )
  })

  it('reads back as edited and, rejected, as it was, in the whole article', () => {
    fc.assert(
      fc.property(
        anyArticle,
        fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        fc.array(anyEdit, { minLength: 1, maxLength: 3 }),
        (body, first, second) => {
          const reviewed = composeEdit(parseNodes(body), first.reduce(edited, body), suggesting)
          const nodes = parseNodes(serialiseNodes(reviewed))
          const now = second.reduce(edited, readNodes(nodes, 'accepted'))
          const made = createComposer(nodes).compose(now, { ...suggesting, author: 'ana' })
          expect(made.isUnwritable).toBe(false)
          const again = parseNodes(serialiseNodes(made.nodes))
          expect(readNodes(again, 'accepted')).toBe(now)
          expect(readNodes(again, 'original')).toBe(body)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('loses no word where signs of marks are words, and can mark nearly all of it', () => {
    const anySign = fc.array(fc.constantFrom(...SIGNS, '¶', '{', '`', 'word'), { maxLength: 3 })
    let unwritable = 0
    fc.assert(
      fc.property(cleanBody, anyEdit, anySign, (body, edit, typed) => {
        const now = edited(body, { ...edit, text: edit.text + typed.join('') })
        const made = createComposer(parseNodes(body)).compose(now, suggesting)
        expect(readNodes(made.nodes, 'accepted')).toBe(now)
        if (made.isUnwritable) unwritable++
        else expect(readNodes(parseNodes(serialiseNodes(made.nodes)), 'original')).toBe(body)
      }),
      { numRuns: 300 },
    )
    expect(unwritable).toBeLessThan(15)
  })

  const blocks = Array.from({ length: 40 }, (_, at) =>
    at % 2 === 0
      ? `Words {~~one~>two~~}{>>@ana 2026-11-24T10:0${at % 10}Z<<} of block ${at}.`
      : `More words of block ${at}.`,
  )
  const nodes = parseNodes(blocks.join('\n\n'))
  const accepted = readNodes(nodes, 'accepted')

  it('takes the blocks between edits as they are', () => {
    const now = `New. ${accepted} End.`
    const made = createComposer(nodes).compose(now, suggesting).nodes
    const kept = nodes.filter((node) => node.kind !== 'text' && made.includes(node))
    expect(kept.length).toBeGreaterThan(17)
    expect(listReview(made).suggestions).toHaveLength(22)
    expect(serialiseNodes(made)).toBe(serialiseNodes(composeEdit(nodes, now, suggesting)))
  })

  it('remembers what it composed while that says the same', () => {
    const composer = createComposer(nodes)
    const first = composer.compose(`New. ${accepted}`, suggesting).nodes
    const second = composer.compose(`New. ${accepted} End.`, suggesting).nodes
    const inserted = first.find((node) => node.kind === 'insertion')
    expect(inserted).toBeDefined()
    expect(second).toContain(inserted)
  })

  it('gives the review itself where nothing was edited', () => {
    expect(createComposer(nodes).compose(accepted, suggesting).nodes).toBe(nodes)
  })
})
