import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { articleElement, createRenderContext, renderBlock } from '../../../shared/document/html'
import { parseFragment } from '../../../shared/document/html/raw'
import { faults } from './faults'
import { PAYLOADS } from './payloads'

/** Where a parser changes what it reads things as. */
const TURNS = (
  '<svg> </svg> <math> </math> <mtext> <mglyph> <annotation-xml/encoding="text/html"> <foreignObject> ' +
  '<title> </title> <style> </style> <textarea> </textarea> <noscript> </noscript> <xmp> <plaintext> ' +
  '<template> </template> <table> </table> <tr> <td> <caption> <select> <option> </select> <a/href="x"> ' +
  '</a> <p> </p> <b> </b> <!-- --> --!> <![CDATA[ ]]> </ <! " \' = ` > /> <frameset> ' +
  '<body/onload=hit()> <img/src="'
).split(' ')

const shard = fc
  .tuple(fc.constantFrom(...PAYLOADS), fc.nat(), fc.nat())
  .map(([payload, from, to]) => {
    const [start, end] = [from % payload.length, to % (payload.length + 1)]
    return payload.slice(Math.min(start, end), Math.max(start, end))
  })
const soup = fc
  .array(
    fc.oneof(shard, fc.constantFrom(...PAYLOADS), fc.constantFrom(...TURNS, '\n', '\n\n> ', ' ')),
    { maxLength: 8 },
  )
  .map((pieces) => pieces.join(''))

it('of any soup of tags nothing is left that could act, and read again it is the same (C19)', () => {
  fc.assert(
    fc.property(soup, (markdown) => {
      const content = contentFromMarkdown(markdown)
      const context = createRenderContext(content)
      for (const block of content.blocks) {
        const tree = articleElement('en', renderBlock(block, context))
        const html = toHtml(tree)
        expect(faults(html, { isPage: false })).toEqual([])
        expect(toHtml(parseFragment(html))).toBe(html)
      }
    }),
    { numRuns: 400 },
  )
})
