import { $getRoot, type ElementNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter, type Writer } from '../../../tests/support/writer'
import { $isAttributionNode } from './attributionNode'
import { $readLine, writeLine } from './editParts'
import { NOBODY, type Parts } from './parts'

it('keeps the blocks inside it', () => {
  expect(typedInto('> One\n>\n> - a\n> - b')).toBe('> One\n>\n> - a\n> - b word')
  expect(typedInto('> One\n> > two')).toBe('> One\n> > two word')
})

it('becomes a figure with the name as its caption', () => {
  expect(htmlOf('> Not today.\n>\n> — Ana Ruiz')).toBe(
    '<figure class="quotation">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite><span class="speaker">Ana Ruiz</span></cite></figcaption>\n</figure>',
  )
})

it('names speaker, role and source, and tells programs where the words are from', () => {
  const line = 'Ana Ruiz, pilot, [The Mill](https://mill.example/a)'
  expect(htmlOf(`> Not today.\n>\n> — ${line}`)).toBe(
    '<figure class="quotation">\n<blockquote cite="https://mill.example/a">\n<p>Not today.</p>\n</blockquote>\n' +
      '<figcaption>— <cite><span class="speaker">Ana Ruiz</span>, pilot, ' +
      '<a href="https://mill.example/a" rel="external noopener">The Mill</a></cite></figcaption>\n</figure>',
  )
  expect(htmlOf('> Not today.\n>\n> — Ana, [x](mill.md)')).toContain('<blockquote>')
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
      '<figcaption>— <cite><span class="speaker">Ana</span></cite></figcaption>\n</figure>\n</aside>',
  )
  expect(htmlOf('> <!-- pull quote -->\n> Not today.')).toBe(
    '<aside class="pull-quote">\n<blockquote>\n<p>Not today.</p>\n</blockquote>\n</aside>',
  )
})

describe('who is quoted, as fields', () => {
  const lineOf = (writer: Writer) =>
    writer.editor.read(() => {
      const quote = $getRoot().getLastChild<ElementNode>()
      const line = quote?.getLastChild()
      if (!$isAttributionNode(line)) throw new Error('This quotation names nobody.')
      return { key: line.getKey(), parts: $readLine(line) }
    })

  it('is written as one line of Markdown, and a link keeps what it had', () => {
    const writer = openForWriter('> Not today.\n>\n> -- Ana, [Mill](https://mill.example "p. 4")')
    const { key, parts } = lineOf(writer)
    expect(parts).toMatchObject({ speaker: 'Ana', role: '', source: 'Mill' })
    writeLine(writer.editor, key, { ...(parts ?? NOBODY), role: 'pilot', source: 'Mills' }, 'step')
    expect(writer.file()).toBe(
      '> Not today.\n>\n> -- Ana, pilot, [Mills](https://mill.example "p. 4")',
    )
  })

  it('opens where the line was just made', () => {
    const opened: (Parts | null)[] = []
    const writer = openForWriter('> Not today.', {
      editAttribution: () => opened.push(lineOf(writer).parts),
    })
    writer.choose('quote.attribute')
    expect(opened).toEqual([NOBODY])
    const parts = { ...NOBODY, speaker: 'Ana', source: 'The Mill' }
    writeLine(writer.editor, lineOf(writer).key, parts, 'step')
    expect(writer.file()).toBe('> Not today.\n>\n> — Ana, *The Mill*')
  })

  it('leaves a line with more in it than these parts to be written by hand', () => {
    expect(lineOf(openForWriter('> No.\n>\n> — **Ana**, pilot')).parts).toBeNull()
  })
})
