import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps each mark as it is written', () => {
  expect(typedInto('*a* **b** ~~c~~ `d`')).toBe('*a* **b** ~~c~~ `d` word')
  expect(typedInto('_a_ __b__')).toBe('_a_ __b__ word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('*a* **b** ~~c~~ `d`')).toBe(
    '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
  )
})

it.each([
  ['bold', 'one **two** three'],
  ['italic', 'one *two* three'],
  ['strikethrough', 'one ~~two~~ three'],
  ['code', 'one `two` three'],
])('makes selected words %s, and takes it off again', (format, marked) => {
  const writer = openForWriter('one two three')
  writer.select('two')
  writer.choose(`format.${format}`)
  expect(writer.isPressed(`format.${format}`)).toBe(true)
  expect(writer.file()).toBe(marked)
  writer.choose(`format.${format}`)
  expect(writer.isPressed(`format.${format}`)).toBe(false)
  expect(writer.file()).toBe('one two three')
})

it.each(['**bold** on', '*italic* on', '`code` on'])('is read as it is typed: %s', (typed) => {
  const writer = openForWriter('')
  writer.type(typed)
  expect(writer.file()).toBe(`${typed}\n`)
})

it('leaves the space at the edge of a format outside it, where Markdown can read it', () => {
  const writer = openForWriter('one two three')
  writer.select('two ')
  writer.choose('format.bold')
  expect(writer.file()).toBe('one **two** three')
})
