import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps what it does not know byte for byte', () => {
  expect(typedInto('<aside>\n  kept\n</aside>\n\ntext', 2)).toBe(
    '<aside>\n  kept\n</aside>\n\ntext word',
  )
  expect(typedInto('a <kbd>b</kbd> c')).toBe('a <kbd>b</kbd> c word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('a <kbd>b</kbd> c')).toBe('<p>a <kbd>b</kbd> c</p>')
})
