import { readFile } from 'node:fs/promises'
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { builtDocxWorker, patientDocxReader } from '../../../../tests/support/builtWorker'
import type { ReadDocx } from '../../../ports/importer'
import { importFile } from '../../../services/importing/importFile'
import { createDocxReader } from './docxReader'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function cell(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] })
}

async function ferries(): Promise<Uint8Array> {
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('After nine days.')] } },
    numbering: {
      config: [{ reference: 'n', levels: [{ level: 0, format: 'decimal', text: '%1.' }] }],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Ferries sail again', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: 'What they won', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('The crews agreed on '),
              new TextRun({ text: 'Monday', bold: true }),
              new FootnoteReferenceRun(1),
              new TextRun('.'),
            ],
          }),
          new Paragraph({ text: 'Two boats', bullet: { level: 0 } }),
          new Paragraph({ text: 'one large', bullet: { level: 1 } }),
          new Paragraph({ text: 'Sign', numbering: { reference: 'n', level: 0 } }),
          new Paragraph({
            children: [
              new ImageRun({
                type: 'png',
                data: PNG,
                transformation: { width: 9, height: 9 },
                altText: { name: 'a', description: 'The Solveig', title: '' },
              }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('Boat'), cell('Seats')] }),
              new TableRow({ children: [cell('Solveig'), cell('40')] }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

describe('a Word document', () => {
  let readDocx: ReadDocx
  let worker: URL
  beforeAll(async () => {
    worker = await builtDocxWorker()
    readDocx = await patientDocxReader()
  })

  it('comes with headings, lists, table, footnote and picture', async () => {
    const [article] = await importFile(
      { fileName: 'ferries.docx', bytes: await ferries() },
      readDocx,
    )
    expect(article?.fields.title).toBe('Ferries sail again')
    expect(article?.pictures).toHaveLength(1)
    expect(article?.body).toBe(`## What they won

The crews agreed on **Monday**[^1].

- Two boats
  - one large

1. Sign

![The Solveig](carried-picture-1)

| Boat | Seats |
| - | - |
| Solveig | 40 |

[^1]: After nine days.`)
  })

  it('is given up when it takes too long', async () => {
    const impatient = createDocxReader(worker, { milliseconds: 1, megabytes: 256 })
    await expect(impatient(await ferries())).rejects.toThrow(/takes too long/)
  })

  it('is refused when it is something else', async () => {
    const read = (bytes: Uint8Array) => importFile({ fileName: 'a.docx', bytes }, readDocx)
    await expect(read(new TextEncoder().encode('no archive at all, just words'))).rejects.toThrow(
      /no Word document/,
    )
    await expect(read(zipSync({ 'a.txt': new Uint8Array(3) }))).rejects.toThrow(/no Word document/)
  })

  it('is refused before it is opened when it would grow beyond all measure (C28)', async () => {
    const read = (bytes: Uint8Array) => importFile({ fileName: 'a.docx', bytes }, readDocx)
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(4 * 1024 * 1024) })
    await expect(read(bomb)).rejects.toThrow(/unpack to far more/)
    const many = Object.fromEntries(
      Array.from({ length: 2_001 }, (_, n) => [`${n}`, new Uint8Array(0)]),
    )
    await expect(read(zipSync(many))).rejects.toThrow(/2001 parts/)
  })
})

describe('a text that LibreOffice saved', () => {
  it('is read with its headings, lists, tables, footnotes and pictures', async () => {
    const fixture = new URL('../../../../tests/fixtures/odt/libreoffice.odt', import.meta.url)
    const readDocx = await patientDocxReader()
    const bytes = new Uint8Array(await readFile(fixture))
    const [article, ...more] = await importFile({ fileName: 'ferries.odt', bytes }, readDocx)
    expect(more).toEqual([])
    expect(article?.pictures.map(({ type }) => type)).toEqual(['image/png'])
    expect(article?.fields.title).toBe('Ferries sail again')
    expect(
      article?.body,
    ).toBe(`The crews of the **harbour ferries** went back to work on *Monday*, after nine days without a boat.[^1]

![A ferry at the quay](carried-picture-1)

## What the crews won

- Two new boats
  - one small
- A shorter night shift

1. Vote
2. Sail

> We sail when the lamps are lit.

| Town | Ships |
| - | - |
| Aldane | 2 |

See [the roster](https://example.org/roster).\\
Second line.

[^1]: The log of the Solveig.`)
  })
})

describe('a web page', () => {
  const page = (body: string) =>
    new TextEncoder().encode(
      `<html lang="de"><head><title>Ferries</title></head><body><nav>Home</nav><main>${body}</main></body></html>`,
    )
  const words = '<p>The ferries sail again after nine days, and nobody asked them to. </p>'

  it('is read in a thread of its own, without what stands around its article', async () => {
    const readDocx = await patientDocxReader()
    const [article] = await importFile(
      { fileName: 'ferries.html', bytes: page(words.repeat(8)) },
      readDocx,
    )
    expect(article?.fields).toMatchObject({ title: 'Ferries', lang: 'de' })
    expect(article?.body).toMatch(/^The ferries sail again/)
    expect(article?.body).not.toContain('Home')
    expect(article?.dropped['page furniture']).toBe(1)
  })

  it('is given up when it takes too long', async () => {
    const limits = { milliseconds: 1, megabytes: 256 }
    const impatient = createDocxReader(await builtDocxWorker(), limits)
    const bytes = page(words.repeat(4_000))
    await expect(importFile({ fileName: 'a.html', bytes }, impatient)).rejects.toThrow(
      /takes too long/,
    )
  })
})
