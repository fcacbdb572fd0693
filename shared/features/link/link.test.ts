import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps a link, its title and its reference', () => {
  expect(typedInto('[a](https://x.example "t") b')).toBe('[a](https://x.example "t") b word')
  expect(typedInto('[a][r] b\n\n[r]: /b')).toBe('[a][r] b word\n\n[r]: /b')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('[a](/b)')).toBe('<p><a href="/b">a</a></p>')
  expect(htmlOf('[a](javascript:b)')).toBe('<p><a>a</a></p>')
})
