import { expect, it } from 'vitest'
import { diffParagraphs } from '../../shared/text/paragraphDiff'
import { foldSame } from './foldSame'

const paragraphs = (...words: string[]): string => words.map((word) => `${word}.\n`).join('\n')

it('shows what stands next to a change and counts the rest', () => {
  const before = paragraphs('One', 'Two', 'Three', 'Four', 'Five', 'Six')
  const after = paragraphs('One', 'Two', 'Three', 'Four', 'Five and more', 'Six')
  const parts = foldSame(diffParagraphs(before, after))
  expect(parts.map((part) => (part.kind === 'folded' ? part.count : part.kind))).toEqual([
    3,
    'same',
    'changed',
    'same',
  ])
})

it('folds everything where nothing changed', () => {
  const text = paragraphs('One', 'Two')
  expect(foldSame(diffParagraphs(text, text))).toEqual([{ kind: 'folded', count: 2 }])
})
