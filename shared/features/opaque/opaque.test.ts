import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'
import { opaque } from './index'

it('keeps what it does not know byte for byte', () => {
  expect(typedInto('<aside>\n  kept\n</aside>\n\ntext', 2)).toBe(
    '<aside>\n  kept\n</aside>\n\ntext word',
  )
  expect(typedInto('a <kbd>b</kbd> c')).toBe('a <kbd>b</kbd> c word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('a <kbd>b</kbd> c')).toBe('<p>a <kbd>b</kbd> c</p>')
})

it('keeps the bytes of what it does not know while all around is rewritten', () => {
  const file = 'One\n\n<aside  class=x>\n\tKeep   me\n</aside>\n\nTwo <kbd >K</kbd>'
  const writer = openForWriter(file)
  writer.putCaret('after', 'One')
  writer.type('!')
  writer.putCaret('after', 'Two ')
  writer.type('not ')
  expect(writer.file()).toBe(
    'One!\n\n<aside  class=x>\n\tKeep   me\n</aside>\n\nTwo not <kbd >K</kbd>',
  )
})

it('offers no action: nobody makes one on purpose', () => {
  expect(opaque.actions).toEqual([])
})

it('shows what HTML means and lets none of it act', () => {
  expect(htmlOf('<p onclick="x()">One <script>alert(1)</script></p>')).toBe('<p>One </p>')
})
