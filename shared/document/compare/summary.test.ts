import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../export/content'
import { compareContents } from './index'
import { changedPieces, wordsChanged } from './summary'

it('tells how many words came and went, and in which blocks; what moved is neither', () => {
  const moving = 'The delegates met in the old harbour office on Monday.'
  const before = contentFromMarkdown(`${moving}\n\nStays as it is.\n\nOne old word.\n`)
  const after = contentFromMarkdown(`Stays as it is.\n\nOne new word.\n\n${moving}\n`)
  const article = compareContents(before, after)
  expect(wordsChanged(article)).toEqual({ added: 1, removed: 1 })
  expect(changedPieces(article)).toEqual(['gone-0', '1', '2'])
  expect(changedPieces(compareContents(before, before))).toEqual([])
})
