import { strToU8 } from 'fflate'
import { expect, it } from 'vitest'
import { importHtml, odtToHtml } from '.'

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** What LibreOffice Writer saves, with the names that it gives to styles. */
const CONTENT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:svg="v" xmlns:xlink="x">
<office:automatic-styles>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic" style:text-line-through-style="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region><text:p>Struck out</text:p></text:changed-region></text:tracked-changes>
<text:p text:style-name="Title">Ferries sail again</text:p>
<text:p text:style-name="Standard">A <text:span text:style-name="T1">bold</text:span> and <text:span text:style-name="T2">soft</text:span><text:s text:c="2"/>word<office:annotation><text:p>Says who?</text:p></office:annotation>, a <text:a xlink:href="https://example.org/?utm_source=x">link</text:a>.<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>The log.</text:p></text:note-body></text:note></text:p>
<text:h text:outline-level="2">What the crews won</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>Boats</text:p><text:list><text:list-item><text:p>Two</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p text:style-name="P1">We sail.</text:p><text:p text:style-name="P1">At last.</text:p>
<table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Aldane</text:p></table:table-cell><table:table-cell><text:p>&lt;2&gt;</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A ferry</svg:title></draw:frame></text:p>
</office:text></office:body></office:document-content>`

function read(content: string): string | null {
  const picture = Uint8Array.from(Buffer.from(PNG, 'base64'))
  return odtToHtml(
    new Map([
      ['content.xml', strToU8(content)],
      ['Pictures/a.png', picture],
    ]),
  )
}

it('reads headings, marks, links, lists, quotations, tables, pictures and footnotes', () => {
  const { fields, body, pictures } = importHtml(read(CONTENT) ?? '', { title: '' })
  expect(fields.title).toBe('Ferries sail again')
  expect(pictures).toHaveLength(1)
  expect(body).toBe(
    [
      'A **bold** and *soft* word, a [link](https://example.org/).[^1]',
      '## What the crews won',
      '1. Boats\n   - Two',
      '> We sail.\n>\n> At last.',
      '| Town | Ships |\n| - | - |\n| Aldane | <2> |',
      '![A ferry](carried-picture-1)',
      '[^1]: The log.',
    ].join('\n\n'),
  )
})

const withBody = (body: string): string =>
  CONTENT.replace(/<office:text>[\s\S]*<\/office:text>/, `<office:text>${body}</office:text>`)

it('reads what stands below a picture as its caption', () => {
  const box = `<text:p><draw:frame><draw:text-box><text:p text:style-name="Illustration"><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A ferry</svg:title></draw:frame>Illustration <text:sequence>1</text:sequence>: The “Solveig”</text:p></draw:text-box></draw:frame></text:p>`
  const { body } = importHtml(read(withBody(box)) ?? '', { title: '' })
  expect(body).toBe('![A ferry](carried-picture-1 "Illustration 1: The “Solveig”")')
})

it('reads a paragraph in the look of a heading as one', () => {
  const body = '<text:p>One.</text:p><text:p text:style-name="Heading_20_3">Two</text:p>'
  expect(importHtml(read(withBody(body)) ?? '', { title: '' }).body).toBe('One.\n\n### Two')
})

it.each([
  ['no text', '<office:document-content xmlns:office="o"/>'],
  ['broken XML', '<a><b>'],
  ['entities of its own', `<!DOCTYPE x [<!ENTITY a "aaaa">]>${CONTENT}`],
])('reads nothing from %s', (_, content) => {
  expect(read(content)).toBeNull()
})

it('lets nothing of a hostile text act', () => {
  const html = read(
    CONTENT.replace('https://example.org/?utm_source=x', 'javascript:alert(1)')
      .replace('Boats', '&lt;script&gt;alert(1)&lt;/script&gt;')
      .replace('A ferry', '&quot; onerror=&quot;alert(1)'),
  )
  const { body } = importHtml(html ?? '', { title: '' })
  expect(body).not.toMatch(/javascript:|(?<!\\)<script/)
})
