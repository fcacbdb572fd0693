import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps the way a heading is written', () => {
  expect(typedInto('## Two')).toBe('## Two word')
  expect(typedInto('Two\n---')).toBe('Two word\n--------')
  expect(typedInto('#### Four ####')).toBe('#### Four word ####')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('## Two')).toBe('<h2>Two</h2>')
})
