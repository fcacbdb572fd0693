import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps lines and escapes', () => {
  expect(typedInto('One\ntwo.')).toBe('One\ntwo. word')
  expect(typedInto('1\\. no list')).toBe('1\\. no list word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('1\\. no list')).toBe('<p>1. no list</p>')
})

it('makes plain text of a heading', () => {
  const writer = openForWriter('## The *mill*')
  expect(writer.isPressed('paragraph.set')).toBe(false)
  writer.choose('paragraph.set')
  expect(writer.isPressed('paragraph.set')).toBe(true)
  expect(writer.file()).toBe('The *mill*')
})

it('ends at Enter, and an empty one leaves no trace in the file', () => {
  const writer = openForWriter('')
  writer.type('One\n\n\nTwo\n')
  expect(writer.file()).toBe('One\n\nTwo\n')
})

it('keeps signs that Markdown would take for its own', () => {
  const writer = openForWriter('x')
  writer.putCaret('after', 'x')
  writer.type(' 2*3 = 6 # [a]')
  expect(htmlOf(writer.file())).toBe('<p>x 2*3 = 6 # [a]</p>')
})

it('keeps how its lines are wrapped where nothing was written', () => {
  expect(typedInto('one\ntwo\nthree')).toBe('one\ntwo\nthree word')
})
