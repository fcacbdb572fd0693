import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps lines and escapes', () => {
  expect(typedInto('One\ntwo.')).toBe('One\ntwo. word')
  expect(typedInto('1\\. no list')).toBe('1\\. no list word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('1\\. no list')).toBe('<p>1. no list</p>')
})
