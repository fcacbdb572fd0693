import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { contentFromMarkdown } from '../export/content'
import { toHtmlFragment, toHtmlPage } from './page'

const FULL = `---
title: The mill
standfirst: It turns again.
authors: [Ana Ruiz, Ben Okri]
dateline: Geneva
date: 2026-03-04
modified: 2026-03-05T10:00:00Z
section: Region
tags: [sails, wind]
description: What search engines show.
social_description: What cards show.
canonical: https://example.org/news/the-mill
image: pictures/lead.jpg
image_alt: A mill
image_caption: The mill at dusk.
image_credit: Ana Ruiz
corrections:
  - date: 2026-03-06
    text: The mill has four sails.
lang: en-GB
---
Text.
`

function page(text: string): string {
  return toHtmlPage(contentFromMarkdown(text))
}

function linkedData(html: string): unknown {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
}

it('tells search engines what the article is', () => {
  expect(linkedData(page(FULL))).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'The mill',
    description: 'What search engines show.',
    inLanguage: 'en-GB',
    author: [
      { '@type': 'Person', name: 'Ana Ruiz' },
      { '@type': 'Person', name: 'Ben Okri' },
    ],
    datePublished: '2026-03-04',
    dateModified: '2026-03-05T10:00:00Z',
    articleSection: 'Region',
    dateline: 'Geneva',
    keywords: ['sails', 'wind'],
    image: 'https://example.org/news/pictures/lead.jpg',
    mainEntityOfPage: 'https://example.org/news/the-mill',
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'The mill has four sails.',
        datePublished: '2026-03-06',
      },
    ],
  })
  expect(linkedData(page('# Notes\n'))).toMatchObject({ '@type': 'Article', headline: 'Notes' })
})

it('tells networks what a card is made from', () => {
  const html = page(FULL)
  for (const line of [
    '<link rel="canonical" href="https://example.org/news/the-mill">',
    '<meta property="og:title" content="The mill">',
    '<meta property="og:description" content="What cards show.">',
    '<meta property="og:image" content="https://example.org/news/pictures/lead.jpg">',
    '<meta property="article:published_time" content="2026-03-04">',
    '<meta property="article:author" content="Ben Okri">',
    '<meta name="twitter:card" content="summary_large_image">',
  ]) {
    expect(html).toContain(line)
  }
})

it('says nothing that it does not know', () => {
  const html = page('Text.\n')
  expect(html).not.toMatch(/canonical|og:image|og:url|article:/)
  expect(page('---\ncanonical: javascript:alert(1)\nimage: data:text/html,x\n---\n')).not.toMatch(
    /javascript:|data:text/,
  )
})

it('lets no text out of the linked data', () => {
  const title = '</script><script>alert(1)</script><!-- <script> ]]> \u2028'
  const html = page(`---\ntitle: ${JSON.stringify(title)}\n---\n`)
  const data = /<script type="application\/ld\+json">([^<]*)<\/script>\n<style>/.exec(html)?.[1]
  expect(data).toContain('\\u003c/script\\u003e')
  expect(data).not.toMatch(/[<>&\u2028]/)
  expect(linkedData(html)).toMatchObject({ headline: title.replace(/\s+/g, ' ').trim() })
})

it('shows the lead picture above the body, unless the body shows it', () => {
  expect(page(FULL)).toContain(
    '<figure class="lead">\n<img src="pictures/lead.jpg" alt="A mill">\n' +
      '<figcaption>The mill at dusk. <span class="credit">Photo: Ana Ruiz</span></figcaption>',
  )
  expect(page(`${FULL}\n![A mill](pictures/lead.jpg)\n`)).not.toContain('class="lead"')
})

it('shows what was corrected, in the article’s language', () => {
  expect(toHtmlFragment(contentFromMarkdown(FULL))).toContain(
    '<section class="corrections"><h2>Corrections</h2><p><time datetime="2026-03-06">' +
      '6 March 2026</time>: The mill has four sails.</p></section>',
  )
  expect(page(FULL.replace('en-GB', 'de'))).toContain('<h2>Korrekturen</h2>')
})

describe('html-validate', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

  it.each([
    ['every field', FULL],
    ['no front matter', 'Text.\n'],
    [
      'every construct',
      '---\ntitle: All\n---\n\n## A\n\n- [x] a\n- b\n\n1. c\n\n> q\n>\n> — Ana\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n' +
        '```js\nx\n```\n\n![alt](a.jpg "C (Photo: A)")\n\n---\n\nText[^1] ~~x~~ **b** *i* `c`\n\n[^1]: Note\n',
    ],
  ])('has nothing to say of a page with %s', async (_, text) => {
    const report = await validator.validateString(page(text))
    const said = report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
    )
    expect(said).toEqual([])
  })
})
