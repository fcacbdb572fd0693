import { tests } from 'commonmark-spec'
import type { ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { blocksFromMarkdown } from '../../shared/document/export'
import { createRenderContext, renderBlock } from '../../shared/document/html'
import { cleanTree } from '../../shared/document/html/clean'
import { toFlow } from '../../shared/document/html/flow'
import { parseFragment } from '../../shared/document/html/raw'
import { RULES } from '../../shared/document/html/rules'
import { joinTexts } from '../../shared/document/html/texts'
import { NO_META } from '../../shared/domain/meta'
import { GFM_HTML_EXAMPLES } from './gfmHtmlExamples'
import { ACCEPTED, undoDifferences } from './htmlDifferences'
import { normaliseHtml } from './normaliseHtml'

/** The specification shows tabs as arrows. */
const commonmark = tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
}))

const META = { ...NO_META, title: 'T' }

/** GFM's HTML without its tag filter, which shows dangerous tags as words; both sides take them out. */
function gfmHtmlWithoutFilter(): ReturnType<typeof gfmHtml> {
  const extension = gfmHtml()
  const { htmlFlowData: _, htmlTextData: __, ...exit } = extension.exit ?? {}
  return { ...extension, exit }
}

function reference(markdown: string): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtmlWithoutFilter()],
  })
  const { children } = cleanTree(parseFragment(html), RULES)
  const flow = toFlow(children as ElementContent[]).map(joinTexts)
  return toHtml(normaliseHtml(flow))
}

function rendered(markdown: string): string {
  const blocks = blocksFromMarkdown(markdown)
  const context = createRenderContext({ meta: META, blocks })
  const html = toHtml(blocks.flatMap((block) => renderBlock(block, context)))
  return toHtml(normaliseHtml(undoDifferences(parseFragment(html).children as ElementContent[])))
}

const accepted = new Map(
  ACCEPTED.flatMap(({ reason, examples }) => examples.map((number) => [number, reason])),
)

describe('CommonMark’s 652 examples give micromark’s HTML', () => {
  it('has them all', () => {
    expect(commonmark).toHaveLength(652)
  })

  it.each(commonmark.filter(({ number }) => !accepted.has(number)))(
    'example $number, $section',
    ({ markdown }) => {
      expect(rendered(markdown)).toBe(reference(markdown))
    },
  )

  it.each(commonmark.filter(({ number }) => accepted.has(number)))(
    'example $number, $section, is still different for its reason',
    ({ markdown }) => {
      expect(rendered(markdown)).not.toBe(reference(markdown))
    },
  )
})

describe('GFM’s constructs give micromark’s HTML', () => {
  it.each(GFM_HTML_EXAMPLES)('%s', (_, markdown) => {
    expect(rendered(markdown)).toBe(reference(markdown))
  })
})
