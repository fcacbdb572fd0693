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

it('gets a last line that names who is quoted', () => {
  const writer = openForWriter('> Not today.')
  writer.choose('quote.attribute')
  expect(writer.file()).toBe('> Not today.')
  writer.type('Ana Ruiz, minister\nAfter')
  expect(writer.file()).toBe('> Not today.\n>\n> — Ana Ruiz, minister\n\nAfter')
})

it('takes a dash at the start of its last paragraph for a name', () => {
  const writer = openForWriter('')
  writer.type('> Not today.\n-- Ana Ruiz')
  expect(writer.file()).toBe('> Not today.\n>\n> — Ana Ruiz\n')
  const words = openForWriter('')
  words.type('> — he said')
  expect(words.file()).toBe('> — he said\n')
})

it.each([
  [
    '> Not today.\n>\n> — Ana, [Herald](https://herald.example).',
    '> Not today.\n>\n> — Ana, [Herald](https://herald.example). word',
  ],
  ['> Not today,\n> nor ever.\n> ― *Ana*', '> Not today,\n> nor ever.\n> ― *Ana* word'],
  ['> Not today.\\\n> — Ana', '> Not today.\\\n> — Ana word'],
])('keeps how the name of %j is written when it is edited', (before, after) => {
  expect(typedInto(before)).toBe(after)
})

it('leaves a name that was not written after all', () => {
  const writer = openForWriter('> Not today.')
  writer.choose('quote.attribute')
  writer.type('\nAfter')
  expect(writer.file()).toBe('> Not today.\n\nAfter')
})

it('becomes a pull quote, which other programs read as a quotation, and back', () => {
  const writer = openForWriter('Not today.')
  writer.choose('quote.pull')
  expect(writer.isPressed('quote.pull')).toBe(true)
  expect(writer.file()).toBe('> <!-- pull quote -->\n> Not today.')
  writer.choose('quote.toggle')
  expect(writer.file()).toBe('> Not today.')
  writer.choose('quote.pull')
  writer.choose('quote.pull')
  expect(writer.file()).toBe('Not today.')
})

it('keeps the mark of a pull quote as it is written', () => {
  expect(typedInto('> <!--Pull-quote-->\n>\n> Not\n> today.')).toBe(
    '> <!--Pull-quote-->\n>\n> Not\n> today. word',
  )
})

it('stands aside of the article as a pull quote', () => {
  expect(htmlOf('> <!-- pull quote -->\n> Not today.\n>\n> — Ana')).toBe(
    '<aside class="pull-quote">\n<figure class="quotation">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite>Ana</cite></figcaption>\n</figure>\n</aside>',
  )
  expect(htmlOf('> <!-- pull quote -->\n> Not today.')).toBe(
    '<aside class="pull-quote">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n</aside>',
  )
})
