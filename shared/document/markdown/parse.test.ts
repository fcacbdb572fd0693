import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, it } from 'vitest'
import { randomArticle } from '../../../tests/conformance/edits/randomArticles'
import { GFM_EXAMPLES } from '../../../tests/conformance/gfmExamples'
import { abridge } from './abridge'
import { parseMarkdown } from './parse'

const TREE = gfmFromMarkdown().map(({ transforms, ...rest }) => rest)

/** What the parser makes of every character and every construct. */
function parsedWhole(markdown: string) {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: TREE })
}

function same(markdown: string): void {
  expect(parseMarkdown(markdown)).toEqual(parsedWhole(markdown))
}

const spec = createRequire(import.meta.url)('commonmark-spec') as {
  readonly tests: readonly { readonly markdown: string }[]
}

it('reads the examples of CommonMark and GFM as the parser does that takes nothing out', () => {
  for (const { markdown } of spec.tests) same(markdown.replaceAll('→', '\t'))
  for (const markdown of GFM_EXAMPLES) same(markdown)
})

it('reads the articles of the golden files so', () => {
  const folder = new URL('../../../tests/conformance/golden/articles/', import.meta.url)
  for (const name of readdirSync(folder)) same(readFileSync(new URL(name, folder), 'utf8'))
})

const WORDS = [
  'The talks lasted five hours, and nobody left.',
  '“Nine in ten points” were agreed – only dates remained (two of them)',
  'One',
  'Über die Grenze fährt: niemand; 20 % mehr!',
  'Read it at www.example.org or http://example.org/a?b=c now.',
  'Write to ana.ruiz+news@example.org, or to nobody@.',
  'Ends in two blanks  ',
  'a *marked* word and [a link](https://example.org "t")',
  'a [reference] and a note[^n]',
  '[reference]: https://example.org',
  '[reference',
  '[^n]: The words of a note that are long enough.',
  'a | b',
  '|---|:-:|',
  ':-',
  '---',
  '===',
  '```',
  '~~~ js',
  '<!-- begun',
  'ended -->',
  '<details>',
  '<b>bold</b> words that are long enough',
  '\uE0A7',
  '',
  '',
  ' ',
  '\t',
]
const LEADS = [
  '',
  '',
  '',
  '',
  '> ',
  '- ',
  '* ',
  '1. ',
  '1986. ',
  '## ',
  '> - ',
  '- ## ',
  '    ',
  '  ',
]

const anyLine = fc
  .tuple(fc.constantFrom(...LEADS), fc.constantFrom(...WORDS))
  .map((each) => each.join(''))
const anyText = fc
  .tuple(
    fc.array(fc.tuple(anyLine, fc.constantFrom('\n', '\n\n', '\n\n')), { maxLength: 12 }),
    fc.constantFrom('\n', '\n', '\r\n', '\r'),
    fc.constantFrom('', '', '', '\uFEFF'),
  )
  .map(([lines, ending, mark]) => mark + lines.flat().join('').replaceAll('\n', ending))

it('reads lines of every kind in any order so, positions too', () => {
  fc.assert(fc.property(anyText, same), { numRuns: 250 })
})

it('reads whole articles so', () => {
  fc.assert(fc.property(randomArticle, same), { numRuns: 50 })
})

it('reads words of any characters so', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 6 }),
      (lines) => same(lines.join('\n')),
    ),
    { numRuns: 100 },
  )
})

it('takes the words out of plain paragraphs, headings, lists and quotations', () => {
  const paragraph = 'The talks lasted five hours and nobody left.'
  const body = `## Heading\n\n${paragraph}\n\n${paragraph}\n\n- ${paragraph}\n- ${paragraph}\n`
  expect(abridge(body)?.text.length).toBeLessThan(20)
})

it('leaves code alone, and text that has its own signs in it', () => {
  expect(abridge('```\nThe talks lasted five hours.\n\nAnd nobody left.\n```\n')).toBeNull()
  expect(abridge('The talks lasted \uE0A8 five hours.')).toBeNull()
})
