import { expect, it } from 'vitest'
import { fileNameFor, folderProblem, nameProblem, splitFileName, tidyFolder } from './fileName'

it('keeps the ending of a renamed file, unless another for Markdown was typed', () => {
  expect(fileNameFor('Talks', 'peace.md')).toBe('Talks.md')
  expect(fileNameFor(' Talks.markdown ', 'peace.md')).toBe('Talks.markdown')
  expect(fileNameFor('v1.2 of the talks', 'peace.md')).toBe('v1.2 of the talks.md')
})

it('takes a leading dot for a part of the name', () => {
  expect(splitFileName('.notes')).toEqual({ stem: '.notes', ending: '' })
})

it('says why a name will not do', () => {
  expect(nameProblem('  ')).toContain('needs a name')
  expect(nameProblem('a/b')).toContain('Move to folder')
  expect(nameProblem('talks')).toBeNull()
})

it('keeps folders inside the library', () => {
  expect(folderProblem('news/../..')).toContain('inside the library')
  expect(folderProblem('news/berlin')).toBeNull()
  expect(tidyFolder(' /news / berlin/ ')).toBe('news/berlin')
})
