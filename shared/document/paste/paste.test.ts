import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf, readStructure } from '../../text/structure'
import { looksLikeMarkdown } from './looksLikeMarkdown'
import { ownContentIsSafe } from './ownContent'
import { structuredText } from './pieces'
import { readClipboard } from './readClipboard'

describe('Markdown is told from plain text', () => {
  it.each([
    ['headings', '## One\n\nText\n\n## Two'],
    ['a heading and bold', '# One\n\nSome **bold** words.'],
    ['a link', 'See [the roster](https://example.org).'],
    ['a picture', '![A ferry](ferry.jpg)'],
    ['a list and nothing else', '- one\n- two\n- three'],
    ['a numbered list and nothing else', '1. one\n2. two'],
    ['tasks', '- [ ] sign\n- [x] sail'],
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['fenced code', 'Run:\n\n```sh\nnpm test\n```\n'],
    ['a quotation and emphasis', '> We are **glad**.'],
    ['line ends of Windows', '## One\r\n\r\n## Two\r\n'],
  ])('%s', (_, text) => expect(looksLikeMarkdown(text)).toBe(true))

  it.each([
    ['words', 'The ferry left late.'],
    ['stars around a word, once', 'It was *late* again.'],
    ['a sum', '2 * 3 * 4 = 24 and 5 * 6 = 30'],
    ['names with underscores', 'Set __init__ in the file_name_here.'],
    ['a comment in a script', '#!/bin/sh\n# depart\nsail --now;\nexit 0;'],
    ['a dash at a line’s start', '- and so it went on.'],
    ['one line with a hash', '# 1 in the charts'],
    ['C', '#include <stdio.h>\nint main() {\n  return **argv;\n}'],
    ['brackets', 'He said [sic] that (perhaps) it was late.'],
  ])('not %s', (_, text) => expect(looksLikeMarkdown(text)).toBe(false))
})

it('asks about a structure only where there is one', () => {
  const plain = { html: '', asPlainText: false }
  expect(readClipboard({ ...plain, text: 'One line' })).toMatchObject({ structure: null })
  expect(readClipboard({ ...plain, text: ' \n ' })).toEqual({ kind: 'nothing' })
  expect(readClipboard({ ...plain, text: '- a\n- b', asPlainText: true })).toMatchObject({
    kind: 'text',
    structure: null,
  })
})

it('takes code that an editor coloured as its words', () => {
  const html =
    '<div style="font-family: Consolas, monospace"><div><span>const a = 1</span></div></div>'
  expect(readClipboard({ html, text: 'const a = 1', asPlainText: false }).kind).toBe('text')
})

it('does not trust what says it is Galley’s own', () => {
  expect(ownContentIsSafe('{"nodes":[{"type":"link","url":"https://example.org"}]}')).toBe(true)
  expect(ownContentIsSafe('{"nodes":[{"type":"link","url":"javascript:alert(1)"}]}')).toBe(false)
  expect(ownContentIsSafe('{"nodes":[{"picture":{"src":"javascript:alert(1)"}}]}')).toBe(false)
  expect(ownContentIsSafe('no JSON')).toBe(false)
})

it('writes a structured text as an article', () => {
  const text = `Ferries sail again

Photo: The Solveig in fog (Photo: Ana Ruiz)

By Ben Holt

The ferries of Norhaven sail again after nine days, and the owners have promised two new boats before the winter.

Demands

• Boats
    ◦ large
• Crews

Ada Brandt said:

We sail at dawn.

The council will meet again in the spring.

Leave a Reply`
  expect(structuredText(piecesOf(readStructure(text)))).toEqual({
    title: 'Ferries sail again',
    standfirst: '',
    byline: 'Ben Holt',
    setAside: ['Leave a Reply'],
    markdown: `![](<> "Photo: The Solveig in fog (Photo: Ana Ruiz)")

The ferries of Norhaven sail again after nine days, and the owners have promised two new boats before the winter.

## Demands

- Boats
  - large
- Crews

Ada Brandt said:

> We sail at dawn.

The council will meet again in the spring.`,
  })
})

it('writes every text so that Markdown takes none of it for markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 }), (line) => {
      const structure = readStructure(line)
      const all = new Set(structure.decisions.map(({ id }) => id))
      const { markdown } = structuredText(piecesOf(structure, all))
      expect(markdown.match(/[a-z]+/gi)?.join() ?? '').toContain(
        structure.parts.flatMap(({ text }) => text.match(/[a-z]+/gi) ?? []).join(),
      )
    }),
    { numRuns: 200 },
  )
})
