import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps fences, their kind and the language', () => {
  expect(typedInto('```js\nlet x = 1\n```')).toBe('```js\nlet x = 1 word\n```')
  expect(typedInto('~~~\na < b\n~~~')).toBe('~~~\na < b word\n~~~')
  expect(typedInto('    let x')).toBe('    let x word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('```js\nlet x\n```')).toBe('<pre><code class="language-js">let x\n</code></pre>')
})

it('keeps what follows the language, and indented code indented', () => {
  expect(typedInto('~~~js title="a b"\nx\n~~~')).toBe('~~~js title="a b"\nx word\n~~~')
  expect(typedInto('    x')).toBe('    x word')
})

it('shows code as text, whatever it holds', () => {
  expect(htmlOf('```js\n<script>alert(1)</script>\n```')).toBe(
    '<pre><code class="language-js">&#x3C;script>alert(1)&#x3C;/script>\n</code></pre>',
  )
})

it('turns a paragraph into code, and back by the paragraph’s action', () => {
  const writer = openForWriter('let a = 1')
  writer.choose('code.set')
  expect(writer.isPressed('code.set')).toBe(true)
  expect(writer.file()).toBe('```\nlet a = 1\n```')
  writer.choose('paragraph.set')
  expect(writer.file()).toBe('let a = 1')
})

it('starts when a fence is typed and Enter pressed', () => {
  const writer = openForWriter('')
  writer.type('```js\na*b*')
  expect(writer.file()).toBe('```js\na*b*\n```\n')
})
