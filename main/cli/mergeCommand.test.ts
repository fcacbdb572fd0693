import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { exportArticle } from '../../shared/document/export'
import { cleanText, listFile, parseReview } from '../../shared/review'
import { cliFolder } from '../../tests/support/cliFolder'
import { readDocument } from '../adapters/node/docx/readDocument'
import { createNodeFileStore } from '../adapters/node/nodeFileStore'
import { mergeFiles } from './mergeCommand'

const { galley, put, text, path } = cliFolder()

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('a Word document that comes back without tracked changes', () => {
  const sent =
    '---\ntitle: Talks\nsection: World\n---\n\nThe talks *ran* five\nhours.\n\n* odd bullet\n* another\n\n![A ship](ship.png "At sea")\n\n> “Close,” she said.\n'

  /** The document made of what was sent, as an editor saved it. */
  async function returned(name: string, edit: (document: string) => string, by = 'Ana Ruiz') {
    await galley('export', 'sent.md', '--to', 'docx', '--out', 'sent.docx')
    const parts = unzipSync(await readFile(join(path(), 'sent.docx')))
    const rewrite = (part: string, change: (xml: string) => string) => {
      parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())))
    }
    rewrite('word/document.xml', edit)
    rewrite('docProps/core.xml', (xml) =>
      xml.replace(/(<cp:lastModifiedBy>)[^<]*/, (_, start: string) => start + by),
    )
    await put(name, zipSync(parts))
  }

  async function merge(...files: readonly [string, string, string]) {
    const said = { out: '', err: '' }
    await mergeFiles(
      { files },
      {
        files: createNodeFileStore(),
        exportArticle,
        readDocx: readDocument,
        terminal: {
          currentFolder: path(),
          print: (words) => {
            said.out += words
          },
          complain: (line) => {
            said.err += line
          },
        },
      },
    )
    return said
  }

  it('is taken as its editor’s text: what differs is suggested in their name, and what the writer wrote stays', async () => {
    await put('ship.png', PICTURE)
    await put('sent.md', sent)
    await put('mine.md', sent.replace('another', 'another one'))
    await returned('back.docx', (xml) =>
      xml.replace('five hours', 'nine hours').replace(/Talks(?=<)/, 'Peace talks'),
    )
    const { out, err } = await merge('sent.md', 'mine.md', 'back.docx')
    expect(err).toContain('back.docx: it has no tracked changes')
    await put('merged.md', out)
    const { suggestions } = JSON.parse(
      (await galley('review', 'merged.md', '--list', '--json')).out,
    )
    expect(
      suggestions.map((each: Record<string, string>) => [each.author, each.deleted, each.inserted]),
    ).toEqual([
      ['ana', 'Talks', 'Peace talks'],
      ['ana', 'five', 'nine'],
    ])
    expect(out).toContain('name: "Ana Ruiz"')
    await galley('review', 'merged.md', '--reject', 'all')
    expect((await text('merged.md')).replace(/reviewers:\n( .*\n)+/, '')).toBe(
      await text('mine.md'),
    )
  })

  it('may have been saved by LibreOffice: only what was edited there is suggested', async () => {
    const fixture = (name: string) =>
      readFile(new URL(`../../tests/fixtures/docx/libreoffice-untracked.${name}`, import.meta.url))
    await put('sent.md', await fixture('md'))
    await put('back.docx', await fixture('docx'))
    const { out } = await merge('sent.md', 'sent.md', 'back.docx')
    const { suggestions } = listFile(parseReview(out))
    expect(suggestions.map(({ author, deleted, inserted }) => [author, deleted, inserted])).toEqual(
      [
        ['ana', 'Talks end', 'Talks end at last'],
        ['ana', ', and', ';'],
        ['ana', '', ' in May'],
        ['ana', '', 'wick'],
        ['ana', 'noon', 'one'],
      ],
    )
    const original = cleanText(out, 'original').replace(/reviewers:\n( .*\n)+/, '')
    expect(original).toBe(await text('sent.md'))
  })

  it('changes nothing when nobody changed it', async () => {
    await put('ship.png', PICTURE)
    await put('sent.md', sent)
    await returned('back.docx', (xml) => xml)
    expect((await merge('sent.md', 'sent.md', 'back.docx')).out).toBe(sent)
  })
})
