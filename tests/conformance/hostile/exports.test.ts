import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { contentFromMarkdown } from '../../../shared/document/export'
import { toMarkdownProfile } from '../../../shared/document/export/markdown'
import { shapeFragment, toRichText } from '../../../shared/document/export/shapes'
import { indexPage } from '../../../shared/document/export/site'
import { toHtmlPage } from '../../../shared/document/html'
import { PROFILE_NAMES, TARGET_NAMES } from '../../../shared/domain/exports'
import { ADDRESS_SLOTS, HOSTILE_ARTICLES, SLOTS } from './payloads'

/** All that may stand in any export: what is not here could act, or reach the network by itself. */
const ELEMENTS = new Set(
  (
    'html head body main meta title link style script article header section footer h1 h2 h3 h4 h5 h6 p a img figure ' +
    'figcaption blockquote cite ul ol li dl dt dd pre code kbd samp var table caption thead tbody tfoot tr th td ' +
    'hr br em strong b i u s del ins sub sup small mark span time abbr bdi bdo dfn q ruby rp rt wbr details ' +
    'summary div'
  ).split(' '),
)
const ADDRESSES_IN = ['href', 'src']

function faults(
  html: string,
  { isPage, isMarkdown = false }: { readonly isPage: boolean; readonly isMarkdown?: boolean },
): readonly string[] {
  const found: string[] = []
  const tree: Nodes = fromHtml(html, { fragment: !isPage })
  visit(tree, 'element', (node: Element) => {
    const { tagName, properties } = node
    if (!ELEMENTS.has(tagName) && !(isMarkdown && BOXES.includes(tagName)))
      found.push(`<${tagName}>`)
    if (tagName === 'script' && !(isPage && properties.type === 'application/ld+json'))
      found.push('script')
    if (tagName === 'style' && !isPage) found.push('style')
    if (tagName === 'link' && String(properties.rel) !== 'canonical')
      found.push(`link ${properties.rel}`)
    if (
      tagName === 'meta' &&
      properties.httpEquiv &&
      String(properties.httpEquiv) !== 'Content-Security-Policy'
    ) {
      found.push('meta http-equiv')
    }
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) found.push(name)
      if (
        [
          'style',
          'srcSet',
          'srcDoc',
          'ping',
          'formAction',
          'action',
          'background',
          'poster',
          'data',
          'xLinkHref',
          'is',
          'target',
          'name',
        ].includes(name)
      ) {
        if (!(tagName === 'meta' && name === 'name')) found.push(`${tagName} ${name}`)
      }
      if (!ADDRESSES_IN.includes(name)) continue
      const scheme = /^\s*([a-z][a-z\d+.-]*):/i.exec(String(value).replace(/[\t\n\r]/g, ''))?.[1]
      const isRaster = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,/.test(String(value))
      if (scheme && !/^(?:https?|mailto)$/i.test(scheme) && !isRaster)
        found.push(`${name}=${value}`)
    }
  })
  return found
}

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

/** Elements of a page's frame, which Markdown keeps and a whole page has no use for. */
const BOXES = ['section', 'nav', 'address', 'center', 'hgroup', 'aside']

it('has at least 400 hostile articles of its own', () => {
  expect(new Set(HOSTILE_ARTICLES.map(({ text }) => text)).size).toBeGreaterThan(400)
})

it.each([...Object.keys(SLOTS), ...Object.keys(ADDRESS_SLOTS)])(
  'nothing acts that stands in a %s, in any export',
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
