import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps fences, their kind and the language', () => {
  expect(typedInto('```js\nlet x = 1\n```')).toBe('```js\nlet x = 1 word\n```')
  expect(typedInto('~~~\na < b\n~~~')).toBe('~~~\na < b word\n~~~')
  expect(typedInto('    let x')).toBe('    let x word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('```js\nlet x\n```')).toBe('<pre><code class="language-js">let x\n</code></pre>')
})
