import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { readDocument } from '../../main/adapters/node/docx/readDocument'
import { contentFromMarkdown, exportArticle } from '../../shared/document/export'
import { toPlainText } from '../../shared/document/export/text'
import { fileText, importDocument } from '../../shared/document/importing'
import { cleanText, listFile, parseReview } from '../../shared/review'
import { bytes, HEADINGS } from '../conformance/formats/article'
import { type Office, startOffice } from '../support/office'
import { REVIEWED } from '../support/reviewedArticle'

type Element = Extract<ReturnType<typeof fromXml>['children'][number], { type: 'element' }>

const IN_SECTION = REVIEWED.replace('standfirst:', 'section: World\nstandfirst:')

let office: Office
let opened: string
let article: string
let again: Record<'reviewed' | 'plain', string>
let sent: string

/** All documents go through LibreOffice together: starting it is what takes time. */
beforeAll(async () => {
  office = await startOffice(process.env.GALLEY_OFFICE ?? 'soffice')
  const reviewed = await exported(IN_SECTION, 'marked')
  const plain = await exported(IN_SECTION, 'accepted')
  sent = await imported(plain)
  const odf = await office.convert({ reviewed, article: await bytes('docx') }, 'fodt')
  opened = new TextDecoder().decode(odf.reviewed)
  article = new TextDecoder().decode(odf.article)
  const saved = await office.convert({ reviewed, plain }, 'docx')
  again = { reviewed: await imported(saved.reviewed), plain: await imported(saved.plain) }
})

afterAll(() => office.close())

async function exported(text: string, review: 'marked' | 'accepted'): Promise<Uint8Array> {
  const { content } = await exportArticle(text, { format: 'docx', review })
  if (typeof content === 'string') throw new Error('a document is bytes')
  return content
}

async function imported(bytes: Uint8Array): Promise<string> {
  return fileText(importDocument(await readDocument(bytes)))
}

/** The words of an article, whatever carries them. */
const wordsOf = (text: string) =>
  toPlainText(contentFromMarkdown(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

it('opens in LibreOffice with the same changes and comments', () => {
  const told = opened
    .split('<text:changed-region')
    .slice(1)
    .map((region) => ({
      kind: /<text:(insertion|deletion)/.exec(region)?.[1],
      author: /<dc:creator>(.*?)</.exec(region)?.[1],
      date: /<dc:date>(.*?)</.exec(region)?.[1],
    }))
  const by = (kind: string, author: string, date: string) =>
    expect(told).toContainEqual({ kind, author, date: expect.stringContaining(date) })
  by('deletion', 'Ana Ruiz', '2026-11-24T10:02:00')
  by('insertion', 'Ana Ruiz', '2026-11-24T10:02:00')
  by('deletion', 'Ben Holt', '2026-11-24T10:20:00')
  by('insertion', 'Ben Holt', '2026-11-24T10:41:00')
  by('deletion', 'Ben Holt', '2026-11-24T10:45:00')
  expect(opened).toMatch(/<office:annotation [\s\S]*?Says who\?/)
  expect(opened).toMatch(/<office:annotation [\s\S]*?Two officials\./)
  expect(opened.replace(/<[^>]*>/g, '')).toContain('A paragraph about the weather of the day.')
})

it('comes back from LibreOffice with the same two texts, by the same people', () => {
  for (const reading of ['accepted', 'original'] as const) {
    const words = wordsOf(cleanText(again.reviewed, reading))
    expect(words.replace(/^Talks end Five hours World /, 'Talks end Five hours ')).toBe(
      wordsOf(cleanText(REVIEWED, reading)),
    )
  }
  const { suggestions, threads } = listFile(parseReview(again.reviewed))
  expect(suggestions.map(({ author, deleted, inserted }) => [author, deleted, inserted])).toEqual(
    expect.arrayContaining([
      ['ana', 'ran', 'lasted'],
      ['ben', expect.stringContaining('weather of the day'), expect.any(String)],
      ['ben', expect.any(String), expect.stringContaining('Wages rise')],
    ]),
  )
  // Not every version of it keeps which comment answers which.
  expect(new Set(threads.map(({ quote }) => quote))).toEqual(new Set(['90 percent ready']))
  expect(again.reviewed).toContain('Says who?')
  expect(again.reviewed).toContain('Two officials.')
})

it('comes back unchanged from LibreOffice when nobody edited it there', () => {
  expect(again.plain).toBe(sent)
})

it('opens in LibreOffice with its headings, captions, lists and notes', () => {
  const found: { name: string; style: string; text: string }[] = []
  visit(fromXml(article), 'element', (node: Element) => {
    const style = node.attributes['text:style-name'] ?? ''
    found.push({ name: node.name, style, text: wordsIn(node) })
  })
  const named = (name: string) => found.filter((each) => each.name === name).map(({ text }) => text)
  expect(named('text:h')).toEqual(HEADINGS)
  expect(named('text:list-item')).toEqual(['first the harbour', 'then the toll'])
  expect(named('text:note-body')).toEqual(['It was built in 1790.'])
  expect(named('table:table-cell')).toEqual(['Town', 'Votes', 'Aldane', '12'])
  expect(named('draw:image')).toHaveLength(1)
  const styled = (style: string) =>
    found.filter((each) => each.style === style).map(({ text }) => text)
  expect(styled('caption')).toEqual(['The house in spring. Photo: Ben Okri'])
  expect(styled('Subtitle')).toEqual(['Five hours, and no end in sight.'])
})

function wordsIn(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? wordsIn(child) : '',
    )
    .join('')
    .trim()
}
