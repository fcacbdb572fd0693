import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { toHtmlPage } from '../../../shared/document/html'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'
import { ARTICLE, fromPage, HEADINGS, WORDS } from './article'

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
