import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { contentFromMarkdown } from './content'
import { toDocx } from './docx'
import { toEpub } from './epub'
import { feedOf, indexPage, type SiteEntry } from './site'
import { toPlainText } from './text'

const PNG = {
  type: 'image/png',
  base64:
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
}
const TEXT = `---
title: The mill & its <wind>
standfirst: It turns.
authors: [Ana Ruiz]
---

One **two** *three* ~~four~~ [five](https://example.org)[^1] and [six](other.md).

## Wind

- a
  - b

3. c
4. d

> quoted
>
> — Ana

| h | i |
|---|---|
| 1 | 2 |

![A mill](a.png "Caption. (Photo: Ana)")

\`\`\`
code
\`\`\`

<details open><summary>More</summary><p>inside</p></details>

[^1]: The *note*.
`
const content = contentFromMarkdown(TEXT)
const readAsset = async (path: string) => (path === 'a.png' ? PNG : null)

describe('Word', () => {
  it('gives lines a height that grows with the picture in them, which stays with its caption', async () => {
    const files = unzipSync((await toDocx(content, readAsset)).bytes)
    const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const lines = xml('word/styles.xml').match(/<w:spacing[^>]* w:line="[^>]*>/g) ?? []
    expect(lines.filter((line) => !line.includes('w:lineRule="auto"'))).toEqual([])
    const pictures = xml('word/document.xml').match(/<w:p>(?:(?!<\/w:p>).)*<w:drawing>/gs) ?? []
    expect(pictures).toHaveLength(1)
    expect(pictures[0]).toContain('<w:keepNext/>')
  })

  it('is read back with its headings, marks, lists, table, picture and footnote', async () => {
    const { bytes, problems } = await toDocx(content, readAsset)
    expect(problems).toEqual([])
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
    for (const part of [
      '<h1>The mill &amp; its &lt;wind&gt;</h1>',
      '<strong>two</strong>',
      '<em>three</em>',
      '<s>four</s>',
      '<a href="https://example.org">five</a>',
      '<h2>Wind</h2>',
      '<ul><li>a<ul><li>b</li></ul></li></ul>',
      '<ol><li>c</li><li>d</li></ol>',
      '<table>',
      '<img alt="A mill" src="data:image/png',
      'The <em>note</em>.',
    ]) {
      expect(value).toContain(part)
    }
    expect(value).toMatch(/<sup><a href="#footnote-1"/)
  })

  it('names a picture that is not there', async () => {
    const { problems } = await toDocx(content, async () => null)
    expect(problems).toEqual(['The picture “a.png” was not found.'])
  })
})

describe('EPUB', () => {
  const book = () =>
    toEpub([{ content, untitled: 'x', readAsset }], {
      title: 'Mills',
      identifier: 'urn:x',
      modified: () => new Date('2026-03-04T00:00:00Z'),
    })

  it('is told by its first bytes, and every part of it is sound XML', async () => {
    const { bytes } = await book()
    expect(strFromU8(bytes.slice(30, 58), true)).toBe('mimetypeapplication/epub+zip')
    expect(bytes[8]).toBe(0)
    const files = unzipSync(bytes)
    for (const [name, data] of Object.entries(files)) {
      if (/\.(?:xhtml|opf|xml)$/.test(name)) expect(() => fromXml(strFromU8(data))).not.toThrow()
    }
  })

  it('lists every file once, and leads to no other', async () => {
    const files = unzipSync((await book()).bytes)
    const opf = strFromU8(files['OEBPS/content.opf'] ?? new Uint8Array())
    const listed = [...opf.matchAll(/href="([^"]+)"/g)].map(([, href]) => `OEBPS/${href}`)
    const own = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']
    expect([...listed, ...own].sort()).toEqual(Object.keys(files).sort())
    expect(opf).toContain('properties="nav"')
    const chapter = strFromU8(files['OEBPS/chapter-1.xhtml'] ?? new Uint8Array())
    expect(chapter).toContain('src="picture-1.png"')
    expect(chapter).not.toContain('other.md')
  })

  it('is the same book each time it is made', async () => {
    expect((await book()).bytes).toEqual((await book()).bytes)
  })
})

it('has the same words in every format', async () => {
  const docx = await mammoth.convertToHtml({
    buffer: Buffer.from((await toDocx(content, readAsset)).bytes),
  })
  const files = unzipSync(
    (
      await toEpub([{ content, untitled: 'x', readAsset }], {
        title: 'T',
        identifier: 'i',
        modified: () => new Date(0),
      })
    ).bytes,
  )
  const chapter = strFromU8(files['OEBPS/chapter-1.xhtml'] ?? new Uint8Array())
  const epub = chapter.replace(/^[\s\S]*<body>/, '').replace(/<[^>]+>/g, ' ')
  const plain = toPlainText(content)
  for (const word of [
    'two',
    'three',
    'four',
    'five',
    'six',
    'Wind',
    'quoted',
    'Caption',
    'code',
    'inside',
    'note',
    'Ruiz',
  ]) {
    for (const text of [docx.value, epub, plain]) expect(text).toContain(word)
  }
})

describe('a site', () => {
  const entry = (path: string, date: string, more = ''): SiteEntry => {
    const { meta } = contentFromMarkdown(`---\ntitle: ${path}\ndate: ${date}\n${more}---\n`)
    return { path, title: `${path} & more`, meta }
  }
  const entries = [entry('a b.html', '2026-01-01'), entry('c.html', '2026-02-01T10:00:00Z')]

  it('has a page that lists its articles, the newest first', () => {
    const html = indexPage(entries, 'Mills <x>')
    expect(html).toMatch(/href="c\.html"[\s\S]*href="a%20b\.html"/)
    expect(html).toContain('<h1>Mills &#x3C;x></h1>')
  })

  it('has a feed of what has an address', () => {
    const { xml, left } = feedOf(entries, 'Mills', 'https://example.org/news')
    expect(left).toEqual([])
    expect(() => fromXml(xml)).not.toThrow()
    expect(xml).toContain('<link>https://example.org/news/a%20b.html</link>')
    expect(xml).toContain('<pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate>')
    const without = feedOf(
      [...entries, entry('d.html', '2026-01-03', 'canonical: https://x.example/d\n')],
      'M',
      '',
    )
    expect(without.left).toEqual(['c.html & more', 'a b.html & more'])
    expect(without.xml.match(/<item>/g)).toHaveLength(1)
  })
})
