import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanBody } from '../../tests/support/reviewArbitraries'
import {
  addComment,
  cleanText,
  decideAll,
  listReview,
  parseNodes,
  reviewersIn,
  serialiseNodes,
  setComments,
  withReviewer,
} from '.'

const said = '@ana 2026-11-24T10:02Z Says who?'

describe('comments', () => {
  it('changes no word, wherever they are put', () => {
    fc.assert(
      fc.property(cleanBody, fc.nat(80), fc.nat(80), (body, start, length) => {
        const from = Math.min(start, body.length)
        const stretch = { start: from, end: Math.min(body.length, from + length) }
        const text = serialiseNodes(addComment(parseNodes(body), stretch, said))
        expect(cleanText(text, 'accepted')).toBe(body)
        expect(cleanText(text, 'original')).toBe(body)
        expect(listReview(parseNodes(text)).threads).toHaveLength(1)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['in different formats', 'A **bold** and *soft* end.', 4, 17],
    ['in different blocks', 'One.\n\n> Two.\n\nThree.\n', 2, 18],
  ])('stands on a range whose ends lie %s', (_, body, start, end) => {
    const text = serialiseNodes(addComment(parseNodes(body), { start, end }, said))
    expect(listReview(parseNodes(text)).threads[0]?.quote).toBe(body.slice(start, end))
  })

  it('stays with its last context when its text goes', () => {
    const text = `A {--bold {==claim==}{>>${said}<<}--}{>>@ben 2026-11-24T10:02Z<<} ends.`
    const rest = serialiseNodes(decideAll(parseNodes(text), 'accept'))
    expect(rest).toBe(`A {>>${said} [on “claim”]<<} ends.`)
  })

  it('leaves no highlight when its last comment is deleted', () => {
    const nodes = parseNodes(`A {==claim==}{>>${said}<<}.`)
    const thread = listReview(nodes).threads[0]
    expect(thread && serialiseNodes(setComments(nodes, thread.node, []))).toBe('A claim.')
  })
})

describe('reviewers', () => {
  const ana = { handle: 'ana', name: 'Ana Ruiz', colour: 'teal' }

  it('are added to the front matter and change no other byte of it', () => {
    const before = '---\ntitle: "Talks"   # working title\nid: 01234\n---\n'
    const after = withReviewer(before, ana)
    expect(after).toBe(
      '---\ntitle: "Talks"   # working title\nid: 01234\nreviewers:\n  - handle: "ana"\n    name: "Ana Ruiz"\n    colour: teal\n---\n',
    )
    expect(reviewersIn(after)).toEqual([ana])
    expect(withReviewer(after, ana)).toBe(after)
    const both = withReviewer(after, { handle: 'ben', name: '', colour: '' })
    expect(reviewersIn(both).map(({ handle }) => handle)).toEqual(['ana', 'ben'])
  })

  it('are added after a list that others wrote, comments and all', () => {
    const before = '---\nreviewers:\n- handle: cy # in print\n# end\nslug: a\n---\n'
    const after = withReviewer(before, ana)
    expect(reviewersIn(after).map(({ handle }) => handle)).toEqual(['cy', 'ana'])
    expect(after).toContain('# in print')
    expect(after).toContain('# end\nslug: a\n')
  })

  it('make a front matter where there is none, and leave one alone that cannot be edited', () => {
    expect(reviewersIn(withReviewer('', ana))).toEqual([ana])
    expect(withReviewer('+++\na = 1\n+++\n', ana)).toBe('+++\na = 1\n+++\n')
  })
})
