import fc from 'fast-check'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { contentFromMarkdown } from '../export/content'
import { renderArticle } from '../html'
import { compareContents, markedRoot } from './index'
import { readMarked } from './words'

function marked(before: string, after: string, moves?: 'told' | 'apart') {
  return markedRoot(compareContents(contentFromMarkdown(before), contentFromMarkdown(after), moves))
}

function htmlOf(before: string, after: string): string {
  const [article] = marked(before, after).children
  return toHtml((article as Element).children)
    .replaceAll(' class="change"', '')
    .replaceAll('<p></p>', '')
}

describe('two versions of an article', () => {
  it('differ by word, within their marks', () => {
    expect(htmlOf('The *long* talks ended.', 'The *short* talks ended.')).toBe(
      '<p>The <em><del>long</del><ins>short</ins></em> talks ended.</p>',
    )
  })

  it('are the same when only the lines of the file are broken elsewhere', () => {
    expect(htmlOf('One\ntwo three.', 'One two\nthree.')).toBe('<p>One two three.</p>')
  })

  it('say that a word became bold', () => {
    expect(htmlOf('It is over.', 'It is **over**.')).toBe(
      '<p>It is <del>over</del><strong><ins>over</ins></strong>.</p>',
    )
  })

  it('say that a link leads elsewhere', () => {
    const html = htmlOf('[here](https://a.test)', '[here](https://b.test)')
    expect(html).toContain('<a href="https://a.test" rel="external noopener"><del>here</del></a>')
    expect(html).toContain('<a href="https://b.test" rel="external noopener"><ins>here</ins></a>')
  })

  it('show a block that came and one that went', () => {
    expect(htmlOf('Old words here.\n\nStays.', 'Stays.\n\n## New')).toBe(
      '<p class="is-deleted"><del>Old words here.</del></p><p>Stays.</p><h2 class="is-inserted"><ins>New</ins></h2>',
    )
  })

  it('show a block that moved in both places, with what was changed on the way', () => {
    const moving = 'The delegates met in the old harbour office on Monday.'
    const html = htmlOf(
      `${moving}\n\nSecond.\n\nThird.`,
      `Second.\n\nThird.\n\n${moving.replace('Monday', 'Tuesday')}`,
    )
    expect(html).toMatch(/^<p class="is-moved-away"><del>The delegates/)
    expect(html).toContain(
      '<p class="is-moved">The delegates met in the old harbour office on <del>Monday</del><ins>Tuesday</ins>.</p>',
    )
  })

  it('show items of a list, cells of a table and a quotation by themselves', () => {
    expect(htmlOf('* one\n* two', '* one\n* two\n* three')).toContain(
      '<li>two</li>\n<li class="is-inserted"><ins>three</ins></li>'.replace('\n', ''),
    )
    const table = (cell: string) => `| a | b |\n|---|---|\n| 1 | ${cell} |`
    expect(htmlOf(table('2'), table('3'))).toContain('<td><del>2</del><ins>3</ins></td>')
    expect(htmlOf('> So it was said.', '> So it is said.')).toBe(
      '<blockquote><p>So it <del>was</del><ins>is</ins> said.</p></blockquote>',
    )
  })

  it('keep a footnote’s reference when an earlier one changes its number', () => {
    const note = 'First.\n\nSecond[^b].\n\n[^b]: The one.'
    const more = 'First[^a].\n\nSecond[^b].\n\n[^a]: Another.\n\n[^b]: The one.'
    const html = htmlOf(note, more)
    expect(html).toMatch(/<p>Second<sup class="noteref"><a [^>]*href="#fn-2"/)
    expect(html.match(/id="fn-\d"/g)).toEqual(['id="fn-1"', 'id="fn-2"'])
  })

  it('have their headlines and standfirsts compared, too', () => {
    const html = htmlOf('---\ntitle: Talks end\n---\n\nA.', '---\ntitle: Talks fail\n---\n\nA.')
    expect(html).toContain('<h1>Talks <del>end</del><ins>fail</ins></h1>')
  })
})

const words = fc.constantFrom(
  'talks',
  '*long*',
  '**ended**',
  'on',
  'Monday',
  '`x`',
  '[a](b.md)',
  'é',
)
const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map((each) => each.join(' '))
const block = fc.oneof(
  sentence,
  sentence.map((each) => `## ${each}`),
  sentence.map((each) => `> ${each}\n>\n> ${each} more`),
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((each) => `* ${each.join('\n* ')}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `| ${a} | b |\n|---|---|\n| ${b} | d |`),
  sentence.map((each) => `![${each}](a.jpg "${each}")`),
  sentence.map((each) => `\`\`\`\n${each}\n${each}\n\`\`\``),
  fc.constant('***'),
)
const article = fc.array(block, { maxLength: 6 }).map((each) => each.join('\n\n'))

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim()

function readingOf(markdown: string): string {
  const [root] = renderArticle(contentFromMarkdown(markdown)).children
  return plain(readMarked((root as Element).children).accepted)
}

it('reads as either version, whatever was changed', () => {
  fc.assert(
    fc.property(article, article, (before, after) => {
      const [root] = marked(before, after, 'apart').children
      const { original, accepted } = readMarked((root as Element).children)
      expect(plain(original)).toBe(readingOf(before))
      expect(plain(accepted)).toBe(readingOf(after))
    }),
    { numRuns: 120 },
  )
})
