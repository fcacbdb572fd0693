import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps the way a line break is written', () => {
  expect(typedInto('one\\\ntwo')).toBe('one\\\ntwo word')
  expect(typedInto('one  \ntwo')).toBe('one  \ntwo word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('one\\\ntwo')).toBe('<p>one<br>\ntwo</p>')
})

it('is written as `<br>` where Markdown has no line breaks, and read as one again', () => {
  expect(typedInto('# one<br>two')).toBe('# one<br>two word')
  expect(htmlOf('# one<br>two')).toContain('one<br>')
  expect(typedInto('| a |\n|---|\n| one<br>two |')).toContain('| one<br>two word |')
})

it('breaks the line at the caret and stays in the paragraph', () => {
  const writer = openForWriter('one two')
  writer.putCaret('after', 'one')
  writer.choose('break.insert')
  expect(writer.file()).toBe('one\\\ntwo')
})

it('leaves no spaces beside a break or at a paragraph’s end in the file', () => {
  const writer = openForWriter('')
  writer.type('one')
  writer.choose('break.insert')
  writer.type(' two ')
  expect(writer.file()).toBe('one\\\ntwo\n')
})
