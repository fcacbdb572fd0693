import { createRequire } from 'node:module'
import fc from 'fast-check'
import { GFM_EXAMPLES } from '../gfmExamples'

const spec = createRequire(import.meta.url)('commonmark-spec') as {
  readonly tests: readonly { readonly markdown: string }[]
}

/** What CommonMark's and GFM's examples leave out, and what an editor meets every day. */
const OWN: readonly string[] = [
  '# Heading one',
  'Heading two\n-----------',
  'A paragraph with *emphasis*, __strong__ and `code`,\nwrapped over two lines.  \nHard break.',
  'Another with [a link](https://example.org "t"), a [reference] and ~~struck~~ text.',
  '* one\n* two\n    * nested\n* three',
  '1) first\n2) second',
  '- [ ] open\n- [x] done',
  '- loose\n\n- items\n\n  with two paragraphs',
  '> Quoted text,\n> two lines.\n>\n> — *Speaker*',
  '```js\nlet a = 1\n\n\nlet b = 2\n```',
  '    indented code',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '***',
  '<aside>\n  <p>HTML</p>\n</aside>',
  '<details>\n<summary>More</summary>',
  '</details>',
  '![alt](pictures/a.png "Caption. (Photo: A)")',
  'Text with a note[^n].',
  '[^n]: The note.',
  '[reference]: https://example.org/ref',
  'Trailing spaces   ',
  'He said “no”.\tThen a tab.',
  'Ein *Wort* und <kbd>Strg</kbd>, 5 < 6 & 7 > 2.',
]

const EXAMPLES = [...spec.tests.map(({ markdown }) => markdown), ...GFM_EXAMPLES].map((markdown) =>
  markdown.replaceAll('→', '\t').replace(/\n+$/, ''),
)

const FRONT_MATTER = [
  '',
  '',
  '---\ntitle: "T"  # c\nzip: 01234\n---\n',
  '+++\ntitle = "T"\n+++\n\n',
  '{\n  "title": "T"\n}\n\n',
]

const piece = fc.oneof(fc.constantFrom(...OWN), fc.constantFrom(...EXAMPLES))
const gap = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\n')

/** A file of our blocks and the specifications' examples in any order, with any line endings and gaps. */
export const randomArticle: fc.Arbitrary<string> = fc
  .record({
    frontMatter: fc.constantFrom(...FRONT_MATTER),
    pieces: fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 3 }),
    end: fc.constantFrom('', '\n', '\n', '\n\n'),
    ending: fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
  })
  .map(({ frontMatter, pieces, end, ending }) => {
    const body = pieces.map(([text, after], index) =>
      index === pieces.length - 1 ? text : text + after,
    )
    return (frontMatter + body.join('') + end).replaceAll('\n', ending)
  })
