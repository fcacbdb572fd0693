import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps a divider while the blocks around it change', () => {
  expect(typedInto('a\n\n***\n\nb')).toBe('a word\n\n***\n\nb')
  expect(typedInto('a\n\n- - -\n\nb', 3)).toBe('a\n\n- - -\n\nb word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('a\n\n***\n\nb')).toBe('<p>a</p><hr><p>b</p>')
})

it('stands after the paragraph in which it is inserted', () => {
  const writer = openForWriter('one\n\ntwo')
  writer.putCaret('after', 'one')
  writer.choose('divider.insert')
  expect(writer.file()).toBe('one\n\n---\n\ntwo')
})
