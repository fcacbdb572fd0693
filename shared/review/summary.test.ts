import { expect, it } from 'vitest'
import { listReview } from './list'
import { parseNodes } from './parse'
import { summariseReview } from './summary'

it('counts open threads, and by author the suggestions and the words that they change', () => {
  const nodes = parseNodes(
    'The talks {~~ran~>lasted for~~}{>>@ana 2026-11-24T10:02Z<<} five {++long ++}{>>@ana 2026-11-24T10:05Z<<}hours{--, as ever--}{>>@ben 2026-11-24T10:07Z<<}. {==All==}{>>@ben 2026-11-24T10:08Z All?<<} is {==well==}{>>@ana 2026-11-24T10:08Z Good.<<}{>>@ana 2026-11-24T10:09Z [resolved]<<}.\n',
  )
  expect(summariseReview(listReview(nodes))).toEqual({
    openThreads: 1,
    resolvedThreads: 1,
    suggestions: 3,
    moves: 0,
    added: 3,
    removed: 3,
    byAuthor: [
      { author: 'ana', suggestions: 2, moves: 0, added: 3, removed: 1 },
      { author: 'ben', suggestions: 1, moves: 0, added: 0, removed: 2 },
    ],
  })
})
