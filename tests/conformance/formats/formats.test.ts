import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { findBrowser } from '../../../scripts/browser.mjs'
import { blocksFromMarkdown } from '../../../shared/document/export'
import { ADDED, bytes, exported, fromPage, HEADINGS, WORDS, wordsOf } from './article'

it('has the same words and headings as a page', async () => {
  expect(fromPage(String(await exported('html')))).toEqual({ headings: HEADINGS, words: WORDS })
})

it('has them as plain text', async () => {
  const text = String(await exported('text'))
  expect(wordsOf(text)).toEqual(WORDS)
  for (const heading of HEADINGS) expect(text.toLowerCase()).toContain(heading.toLowerCase())
})

it('has them in Markdown', async () => {
  const markdown = String(await exported('markdown'))
  const body = markdown.slice(markdown.indexOf('---\n', 4) + 4)
  const headings = blocksFromMarkdown(body).flatMap(({ markdown: block }) =>
    block.startsWith('#') ? [block.replace(/^#+ /, '').trim()] : [],
  )
  expect(['Peace talks resume', ...headings]).toEqual(HEADINGS)
})

it('has them in Word, as Word’s own readers see it', async () => {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(await bytes('docx')) },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh"],
    },
  )
  expect(fromPage(value)).toEqual({ headings: HEADINGS, words: WORDS })
})

it('has them in a book', async () => {
  const files = unzipSync(await bytes('epub'))
  const chapters = Object.keys(files).filter((name) => /xhtml$/.test(name) && !/nav/.test(name))
  const html = chapters.map((name) => strFromU8(files[name] ?? new Uint8Array())).join('')
  expect(fromPage(html.replace(/<\?xml[^>]*>/g, ''))).toEqual({ headings: HEADINGS, words: WORDS })
})

/** What the parts of a tagged PDF say they are, for whoever hears it. */
interface Tagged {
  readonly type?: string
  readonly role?: string
  readonly children?: readonly Tagged[]
}

const rolesIn = ({ role, children = [] }: Tagged): readonly string[] => [
  ...(role === undefined ? [] : [role]),
  ...children.flatMap(rolesIn),
]

const PDF_ROLES = ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD']

it.runIf((await findBrowser()) !== null)('has them in a PDF, with bookmarks and tags', async () => {
  const pdf = await getDocumentProxy(await bytes('pdf'))
  const outline = await pdf.getOutline()
  type Mark = (typeof outline)[number]
  const flat = (marks: readonly Mark[]): readonly string[] =>
    marks.flatMap(({ title, items }) => [title, ...flat(items)])
  expect(flat(outline).filter((heading) => !ADDED.test(heading))).toEqual(HEADINGS)
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))
  const trees = await Promise.all(pages.map(async (page) => (await page).getStructTree()))
  const roles = trees.flatMap((tree) => (tree ? rolesIn(tree) : []))
  expect(roles).toEqual(expect.arrayContaining(PDF_ROLES))
  const texts = await Promise.all(
    pages.map(async (page) => (await (await page).getTextContent()).items),
  )
  // What stands on another line is another word, in whatever order the page is painted.
  const text = texts
    .flatMap((items) => items.flatMap((item) => ('str' in item ? [item] : [])))
    .reduce((before, { str, transform }, index, all) => {
      const isNewLine = transform[5] !== all[index - 1]?.transform[5]
      return `${before}${isNewLine ? ' ' : ''}${str}`
    }, '')
  expect(wordsOf(text.replaceAll('↩', ' '))).toEqual(WORDS)
})
