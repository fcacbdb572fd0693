import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { contentFromMarkdown, exportArticle, exportArticles } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { toPlainText } from '../../../shared/document/export/text'
import { toHtmlPage } from '../../../shared/document/html'
import { STYLESHEET } from '../../../shared/document/html/stylesheet'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'
import { PAGE_THEME_NAMES } from '../../../shared/domain/pageThemes'
import { checkBook, epubcheck } from '../../support/epubcheck'

// What every format makes of a dozen articles, as files to be read. A change in one of them is a
// change of what is published: `npx vitest run tests/conformance/golden -u` writes them anew.

const VALIDATOR = new HtmlValidate({ extends: ['html-validate:recommended'] })

const folder = join(import.meta.dirname, 'articles')
const articles = readdirSync(folder).map((file, index) => ({
  index,
  name: file.replace(/\.md$/, ''),
  text: readFileSync(join(folder, file), 'utf8'),
}))

/** Every format under its name, with a line between them that none of them can hold. */
function together(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([name, text]) => `======== ${name} ========\n${text}`).join('\n')
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') throw new Error('It is text.')
  return new Uint8Array(content)
}

it.runIf(epubcheck !== null)('gives epubcheck nothing to say as one book', async () => {
  async function* bound() {
    for (const { name, text } of articles) {
      yield { text, untitled: name, readAsset: async () => null }
    }
  }
  const { bytes } = await exportArticles(bound(), {
    title: 'All & more',
    design: { kind: 'theme', name: 'magazine' },
  })
  expect(await checkBook(bytes)).toEqual([])
  // Java takes its time on a busy machine.
})

it('leaves no construct out that pages have a style for, and styles nothing that no page has', () => {
  const named = new Set([...STYLESHEET.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name]) => name))
  const pages = articles.map(({ text }) => toHtmlPage(contentFromMarkdown(text))).join()
  const shown = [...pages.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names?.split(' '))
  expect([...named].filter((name) => !shown.includes(name))).toEqual([])
})

describe.each(articles)('$name', ({ name, text, index }) => {
  const content = contentFromMarkdown(text)
  const file = (kind: string) => join(import.meta.dirname, 'expected', `${name}.${kind}.txt`)

  it('is the HTML that it was', async () => {
    // The style is the same in every page and has a hash of its own.
    const page = toHtmlPage(content)
      .replace(/<style>[\s\S]*<\/style>/, '<style>…</style>')
      .replace(/sha256-[^&]+/, 'sha256-…')
    const shaped = TARGET_NAMES.map(
      (target) => [target, shapeFragment(content, target).html] as const,
    )
    const parts = [['page', page] as const, ...shaped, ['rich text', toRichText(content)] as const]
    await expect(together(parts)).toMatchFileSnapshot(file('html'))
  })

  it('gives html-validate nothing to say as a page', async () => {
    // Each in one of the designs: they change the style alone.
    const design = PAGE_THEME_NAMES[index % PAGE_THEME_NAMES.length] ?? 'plain'
    const page = await exportArticle(text, {
      format: 'html',
      design: { kind: 'theme', name: design },
    })
    const { results } = await VALIDATOR.validateString(String(page.content))
    const said = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
    )
    expect(said).toEqual([])
  })

  it('is the Markdown and the plain text that it was', async () => {
    const profiles = PROFILE_NAMES.map(
      (profile) => [profile, toMarkdownProfile(text, profile)] as const,
    )
    await expect(together([...profiles, ['text', toPlainText(content)]])).toMatchFileSnapshot(
      file('markdown'),
    )
  })

  it('is the Word document and the book that it was', async () => {
    const docx = await exportArticle(text, { format: 'docx' })
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytesOf(docx.content)) })
    const book = unzipSync(bytesOf((await exportArticle(text, { format: 'epub' })).content))
    const pages = Object.entries(book)
      .filter(([path]) => /\.(?:xhtml|opf)$/.test(path))
      .map(([path, bytes]) => [path, strFromU8(bytes)] as const)
    const parts = [
      // One block a line, to be read.
      ['Word, as it is read', value.replace(/(<\/(?:p|h\d|li|table|tr)>)/g, '$1\n')] as const,
      ['EPUB', `${Object.keys(book).sort().join('\n')}\n`] as const,
      ...pages,
    ]
    await expect(together(parts)).toMatchFileSnapshot(file('books'))
  })
})
