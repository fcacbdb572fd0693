import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { toHtmlPage } from '../../../shared/document/html'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'
import { openInLibreOffice } from '../../support/office'
import { ARTICLE, bytes, fromPage, HEADINGS, WORDS } from './article'

type Element = Extract<ReturnType<typeof fromXml>['children'][number], { type: 'element' }>

/** Headline and standfirst have fields of their own there. */
const HEAD = 'Peace talks resume Five hours and no end in sight'.split(' ')
const BODY = HEAD.reduce<readonly string[]>((words, word) => {
  const at = words.indexOf(word)
  return [...words.slice(0, at), ...words.slice(at + 1)]
}, WORDS)

/** The words of a figure as Hugo draws it. */
const figureWords = (markdown: string): string =>
  markdown.replace(/\{\{< figure src="[^"]*" alt="" (.*?) >\}\}/g, (_, named: string) =>
    [...named.matchAll(/="([^"]*)"/g)].map(([, words]) => words).join(' '),
  )

it.each(PROFILE_NAMES)('has them in Markdown for others: %s', (profile) => {
  const markdown = figureWords(toMarkdownProfile(ARTICLE, profile))
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
  const isHead = body !== markdown
  const read = fromPage(toHtmlPage(contentFromMarkdown(body)))
  expect(read).toEqual({
    headings: isHead ? HEADINGS.slice(1) : HEADINGS,
    words: isHead ? BODY : WORDS,
  })
})

it.each([...TARGET_NAMES, 'rich text'] as const)('has them in HTML for others: %s', (target) => {
  const content = contentFromMarkdown(ARTICLE)
  const html = target === 'rich text' ? toRichText(content) : shapeFragment(content, target).html
  const { headings, words } = fromPage(html)
  const isWhole = headings[0] === HEADINGS[0]
  expect({ headings, words }).toEqual({
    headings: isWhole ? HEADINGS : HEADINGS.slice(1),
    words: isWhole ? WORDS : BODY,
  })
})

it('opens in LibreOffice, where that is installed, with its headings, captions, lists and notes', async () => {
  const odf = await openInLibreOffice(await bytes('docx'))
  if (odf === null) {
    process.stderr.write(
      'LibreOffice is not installed here: our documents were not opened in it.\n',
    )
    return
  }
  const found: { name: string; style: string; text: string }[] = []
  visit(fromXml(odf), 'element', (node: Element) => {
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
}, 120_000)

function wordsIn(node: Element): string {
  return node.children
    .map((child) =>
      child.type === 'text' ? child.value : child.type === 'element' ? wordsIn(child) : '',
    )
    .join('')
    .trim()
}
