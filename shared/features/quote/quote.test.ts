import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps the blocks inside it', () => {
  expect(typedInto('> One\n>\n> - a\n> - b')).toBe('> One\n>\n> - a\n> - b word')
  expect(typedInto('> One\n> > two')).toBe('> One\n> > two word')
})

it('becomes a figure with the name as its caption', () => {
  expect(htmlOf('> Not today.\n>\n> — Ana Ruiz')).toBe(
    '<figure class="quotation">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite>Ana Ruiz</cite></figcaption>\n</figure>',
  )
})

it('takes a paragraph in, and lets it out again', () => {
  const writer = openForWriter('Not today.')
  writer.choose('quote.toggle')
  expect(writer.isPressed('quote.toggle')).toBe(true)
  expect(writer.file()).toBe('> Not today.')
  writer.choose('quote.toggle')
  expect(writer.isPressed('quote.toggle')).toBe(false)
  expect(writer.file()).toBe('Not today.')
})

it('starts with “> ”, goes on with Enter and ends with an empty line', () => {
  const writer = openForWriter('')
  writer.type('> One\nTwo\n\nAfter')
  expect(writer.file()).toBe('> One\n>\n> Two\n\nAfter\n')
})

it('holds a list that is typed into it', () => {
  const writer = openForWriter('')
  writer.type('> - one\ntwo')
  expect(writer.file()).toBe('> - one\n> - two\n')
})
