import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps a link, its title and its reference', () => {
  expect(typedInto('[a](https://x.example "t") b')).toBe('[a](https://x.example "t") b word')
  expect(typedInto('[a][r] b\n\n[r]: /b')).toBe('[a][r] b word\n\n[r]: /b')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('[a](/b)')).toBe('<p><a href="/b">a</a></p>')
  expect(htmlOf('[a](javascript:b)')).toBe('<p><a>a</a></p>')
})

it('keeps a reference to a definition as one', () => {
  const file = '[mill][m] here\n\n[m]: /mill "The mill"'
  expect(typedInto(file)).toBe('[mill][m] here word\n\n[m]: /mill "The mill"')
})

it('leads nowhere that could act', () => {
  expect(htmlOf('[a](javascript:alert(1))')).toBe('<p><a>a</a></p>')
  expect(htmlOf('[a](java&#10;script:alert(1))')).not.toContain('href')
})

it('asks for an address, and takes the link off again', () => {
  const asked: string[] = []
  const writer = openForWriter('a [mill](/mill) here', { editLink: () => void asked.push('link') })
  writer.putCaret('after', 'mi')
  expect(writer.isPressed('link.edit')).toBe(true)
  writer.choose('link.edit')
  expect(asked).toEqual(['link'])
  writer.choose('link.remove')
  expect(writer.file()).toBe('a mill here')
})

it('makes a link of an address as it is typed', () => {
  const writer = openForWriter('')
  writer.type('See https://mill.example/a now')
  expect(htmlOf(writer.file())).toContain('href="https://mill.example/a"')
  writer.putCaret('after', 'https://mill')
  expect(writer.isPressed('link.edit')).toBe(true)
})
