import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps the way a line break is written', () => {
  expect(typedInto('one\\\ntwo')).toBe('one\\\ntwo word')
  expect(typedInto('one  \ntwo')).toBe('one  \ntwo word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('one\\\ntwo')).toBe('<p>one<br>\ntwo</p>')
})
