import { describe, expect, it } from 'vitest'
import { listReview, parseNodes, plainWords } from '../../../shared/review'
import { struckIn } from './struck'

const strikes = (markdown: string) =>
  listReview(parseNodes(markdown)).suggestions.flatMap((suggestion) => struckIn(suggestion))

describe('words that would go', () => {
  it('stand where they stood among those that stay', () => {
    expect(strikes('One {--two --}three {~~four~>five~~} six.')).toEqual([
      { at: 4, words: 'two ', isLines: false },
      { at: 10, words: 'four', isLines: false },
    ])
  })

  it('stand behind what comes before them in one suggestion', () => {
    const signed = '{>>@ana 2026-11-24T10:02Z<<}'
    expect(strikes(`One {++two++}${signed}{--three--}${signed} four.`)).toEqual([
      { at: 7, words: 'three', isLines: false },
    ])
  })

  it('are lines where whole lines go', () => {
    expect(strikes('One.\n\n{--¶\nTwo.\n\n- three\n- four\n¶--}\n')).toEqual([
      { at: 6, words: 'Two.\n• three\n• four', isLines: true },
    ])
    expect(strikes('- one\n{--- two\n--}- three\n')[0]).toMatchObject({ isLines: true })
  })

  it.each([
    ['a paragraph’s end', '\n\n', '¶'],
    ['words over a paragraph’s end', 'one.\n\nTwo', 'one. ¶ Two'],
    ['bold words', '**bold** words', 'bold words'],
    ['a link', '[words](http://a.example)', 'words'],
    ['a picture', '![A ship](ship.jpg)', '[picture: A ship]'],
    ['a heading', '## Words', 'Words'],
    ['a product of numbers', '2 * 3 * 4', '2 * 3 * 4'],
    ['a space', ' ', ' '],
  ])('show %s without its signs', (_, markdown, words) => {
    expect(plainWords(markdown, false)).toBe(words)
  })

  it('are none where only signs go', () => {
    expect(plainWords('**', false)).toBe('')
    expect(plainWords('](http://a.example)', false)).toBe('')
  })
})
