import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { indexPage } from '../../../shared/document/export/site'
import { toHtmlPage } from '../../../shared/document/html'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'
import { faults } from './faults'
import { ADDRESS_SLOTS, HOSTILE_ARTICLES, SLOTS } from './payloads'

/** What a reader of Markdown that lets everything through would show. */
function asLaxReader(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
  return micromark(body, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  }).replace(/<input type="checkbox" disabled=""( checked="")?>/g, '')
}

it('has at least 400 hostile articles of its own', () => {
  expect(new Set(HOSTILE_ARTICLES.map(({ text }) => text)).size).toBeGreaterThan(400)
})

it.each([...Object.keys(SLOTS), ...Object.keys(ADDRESS_SLOTS)])(
  'nothing acts that stands in a %s, in any export (C18, C22)',
  (slot) => {
    const bad: string[] = []
    for (const { text, payload } of HOSTILE_ARTICLES.filter((each) => each.slot === slot)) {
      const content = contentFromMarkdown(text)
      const exports = [
        { name: 'page', html: toHtmlPage(content, { untitled: payload }), isPage: true },
        { name: 'rich text', html: toRichText(content), isPage: false },
        ...TARGET_NAMES.map((target) => ({
          name: target,
          html: shapeFragment(content, target).html,
          isPage: false,
        })),
        {
          name: 'index',
          html: indexPage(
            [{ path: `${payload.replace(/[/\0]/g, '')}.html`, title: payload, meta: content.meta }],
            payload,
          ),
          isPage: true,
        },
      ]
      for (const { name, html, isPage } of exports) {
        const found = faults(html, { isPage })
        if (found.length > 0) bad.push(`${name}: ${payload}: ${found.join(', ')}`)
      }
    }
    expect(bad).toEqual([])
  },
)

const LAX = PROFILE_NAMES.filter((name) => name !== 'galley' && name !== 'astro')

it.each([...Object.keys(SLOTS), ...Object.keys(ADDRESS_SLOTS)])(
  'nothing acts that stands in a %s, in Markdown for others and a reader that lets all of it through',
  (slot) => {
    const bad: string[] = []
    const articles = HOSTILE_ARTICLES.filter((each) => each.slot === slot)
    for (const [index, { text, payload }] of articles.entries()) {
      // Two of the dialects for each, in turn: what they differ in is little.
      for (const profile of LAX.filter((_, place) => place % 3 === index % 3)) {
        const html = asLaxReader(toMarkdownProfile(text, profile))
        const found = faults(html, { isPage: false, isMarkdown: true })
        if (found.length > 0) bad.push(`${profile}: ${payload}: ${found.join(', ')}\n${html}`)
      }
    }
    expect(bad).toEqual([])
  },
)
