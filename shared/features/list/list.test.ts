import { $selectAll } from 'lexical'
import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps bullets, numbers and boxes', () => {
  expect(typedInto('* a\n* b')).toBe('* a\n* b word')
  expect(typedInto('3) a\n4) b')).toBe('3) a\n4) b word')
  expect(typedInto('- [ ] a\n- [x] b')).toBe('- [ ] a\n- [x] b word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('3) a\n4) b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>')
})

it('marks what is done and what is not', () => {
  expect(htmlOf('- [ ] a\n- [x] b')).toBe(
    '<ul>\n<li class="task"><span class="check">☐</span> a</li>\n' +
      '<li class="task done"><span class="check">☑</span> b</li>\n</ul>',
  )
})

it.each([
  ['bullet', '- one\n- two'],
  ['number', '1. one\n2. two'],
  ['check', '- [ ] one\n- [ ] two'],
])('makes a %s list of the selected paragraphs, and paragraphs of it again', (kind, written) => {
  const writer = openForWriter('one\n\ntwo')
  writer.editor.update(() => $selectAll(), { discrete: true })
  writer.choose(`list.${kind}`)
  expect(writer.isPressed(`list.${kind}`)).toBe(true)
  expect(writer.file()).toBe(written)
  writer.choose(`list.${kind}`)
  expect(writer.file()).toBe('one\n\ntwo')
})

it.each([
  ['- ', '- one\n- two\n\nend\n'],
  ['1. ', '1. one\n2. two\n\nend\n'],
])('starts with “%s”, goes on with Enter and ends with an empty item', (marker, written) => {
  const writer = openForWriter('')
  writer.type(`${marker}one\ntwo\n\nend`)
  expect(writer.file()).toBe(written)
})

it('nests an item under the one before it, and lifts it out', () => {
  const writer = openForWriter('- one\n- two\n- three')
  writer.putCaret('after', 'two')
  writer.choose('list.indent')
  expect(writer.file()).toBe('- one\n  - two\n- three')
  writer.choose('list.outdent')
  expect(writer.file()).toBe('- one\n- two\n- three')
})

it('keeps two lists apart that the file keeps apart', () => {
  expect(typedInto('- a\n\n* b')).toBe('- a word\n\n* b')
})

it('keeps what an item holds besides text', () => {
  expect(typedInto('- a\n\n  ```\n  code\n  ```\n- b')).toBe(
    '- a\n\n  ```\n  code\n  ```\n- b word',
  )
})
