import fc from 'fast-check'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { hostilePayloads } from '../../../tests/support/hostileClipboard'
import { isSafeAddress } from '../../features/link'
import { contentFromMarkdown } from '../export'
import { toHtmlFragment } from '../html'
import { parseMarkdown } from '../markdown/parse'
import { convertHtml } from '.'

const ACTIVE_MARKUP =
  /<(?:script|iframe|object|embed|applet|form|input|button|style|link|meta|base|svg|math|video|audio|template)\b|<[^>]+\son\w+\s*=|(?:href|src)="?\s*(?:javascript|vbscript|data:text)/i

/** What of a Markdown text could act, were it shown by somebody careless. */
function activeIn(markdown: string): readonly string[] {
  const found: string[] = []
  visit(parseMarkdown(markdown), (node) => {
    if (node.type === 'html') found.push(node.value)
    if (
      (node.type === 'link' || node.type === 'image' || node.type === 'definition') &&
      !isSafeAddress(node.url)
    ) {
      found.push(node.url)
    }
  })
  return found
}

const payloads = hostilePayloads()

it('has more than two hundred payloads to be tried on (C21)', () => {
  expect(payloads.length).toBeGreaterThan(200)
})

it.each(['scheme', 'event', 'mutation', 'active'])('lets nothing active through: %s', (kind) => {
  for (const { name, html } of payloads.filter((each) => each.name.startsWith(kind))) {
    const markdown = convertHtml(html)?.markdown ?? ''
    expect(activeIn(markdown), name).toEqual([])
    expect(toHtmlFragment(contentFromMarkdown(markdown)), name).not.toMatch(ACTIVE_MARKUP)
  }
})

it('lets nothing active through when payloads are put inside each other and cut (C21, C29)', () => {
  const payload = fc.constantFrom(...payloads.map(({ html }) => html))
  fc.assert(
    fc.property(
      fc.array(payload, { minLength: 1, maxLength: 4 }),
      fc.nat(400),
      fc.nat(400),
      (parts, from, length) => {
        const text = parts.join('<p>')
        const html = from % 3 === 0 ? text : text.slice(from % 40, (from % 40) + length)
        const markdown = convertHtml(html)?.markdown ?? ''
        expect(activeIn(markdown)).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

it('gives up on HTML that is nested beyond reading, and not on a long page without end tags', () => {
  const deep = '<div>'.repeat(50_000)
  expect(convertHtml(`${deep}words`)).toBe(null)
  expect(convertHtml('<p>Words'.repeat(1_500))?.kept.paragraph).toBe(1_500)
})
