import { strFromU8, unzipSync } from 'fflate'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import mammoth from 'mammoth'
import { getDocumentProxy } from 'unpdf'
import { expect, it } from 'vitest'
import { printWithChromium } from '../../main/adapters/node/chromiumPrinter'
import { findBrowser } from '../../scripts/browser.mjs'
import { blocksFromMarkdown, exportArticle } from '../../shared/document/export'

// What a reader has of an article is the same words under the same headings in every format.

const ARTICLE = `---
title: Peace talks resume
standfirst: Five hours, and no end in sight.
---

The delegations met on Tuesday in the *old* customs house[^1].

## The proposal

> Nobody leaves the table.
>
> — Ana Ruiz

| Town | Votes |
|---|---|
| Aldane | 12 |

### What it says

- first the harbour
- then the **toll**

## What is next

\`\`\`
wait = true
\`\`\`

[^1]: It was built in 1790.
`

const HEADINGS = ['Peace talks resume', 'The proposal', 'What it says', 'What is next']
const WORDS = [
  ...'Five hours and no end in sight The delegations met on Tuesday in the old customs house'.split(
    ' ',
  ),
  ...'Nobody leaves the table Ana Ruiz Town Votes Aldane 12'.split(' '),
  ...'first the harbour then the toll wait true It was built in 1790'.split(' '),
  ...HEADINGS.flatMap((heading) => heading.split(' ')),
].sort()

/** Marks that a format adds to the text: numbers of notes, ways back, headings of its own. */
const ADDED = /^(?:1|Notes?|Footnotes?)$/i

const wordsOf = (text: string): readonly string[] =>
  (text.replace(/(\p{L})1\b/gu, '$1 1').match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !ADDED.test(word))
    .sort()

interface Read {
  readonly headings: readonly string[]
  readonly words: readonly string[]
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  // What is hidden from readers, in the head and beside notes, is no word of the article.
  if (node.type === 'element' && ['head', 'script', 'style'].includes(node.tagName)) return ''
  return 'children' in node ? node.children.map((child) => ` ${textOf(child)} `).join('') : ''
}

function headingsOf(node: Nodes): readonly string[] {
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
    return [textOf(node).replace(/\s+/g, ' ').trim()]
  }
  return 'children' in node ? node.children.flatMap(headingsOf) : []
}

function fromPage(html: string): Read {
  const tree = fromHtml(html)
  const headings = headingsOf(tree).filter((heading) => !ADDED.test(heading))
  return { headings, words: wordsOf(textOf(tree)) }
}

async function exported(format: 'html' | 'markdown' | 'text' | 'docx' | 'epub' | 'pdf') {
  const { content } = await exportArticle(ARTICLE, { format, print: printWithChromium })
  return typeof content === 'string' ? content : new Uint8Array(content)
}

async function bytes(format: 'docx' | 'epub' | 'pdf'): Promise<Uint8Array> {
  const content = await exported(format)
  if (typeof content === 'string') throw new Error(`${format} is not text.`)
  return content
}

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
  const text = texts
    .flat()
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
    .join('')
  expect(wordsOf(text.replaceAll('↩', ' '))).toEqual(WORDS)
})
