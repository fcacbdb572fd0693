import { compile } from '@mdx-js/mdx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROFILE_NAMES } from '../../../domain/exports'
import { parseMarkdown } from '../../markdown/parse'
import { exportProfile, toMarkdownProfile } from './index'

function bodyOf(markdown: string, profile: (typeof PROFILE_NAMES)[number]): string {
  return toMarkdownProfile(`---\ntitle: T\n---\n\n${markdown}\n`, profile)
    .replace(/^---[\s\S]*?---\n\n/, '')
    .replace(/^# T\n\n/, '')
    .replace(/\n$/, '')
}

it('leaves every byte that a profile has nothing to say about', () => {
  const body = '*a* __b__\n* c\n+ d\n\nSetext\n---\n\n1) e'
  for (const profile of PROFILE_NAMES) expect(bodyOf(body, profile)).toBe(body)
})

describe('front matter', () => {
  const article = `---
title: "The mill" # ours
standfirst: It turns.
authors: [Ana, Ben]
date: 2026-03-04
section: Region
status: draft
image: a.jpg
image_alt: A mill
weight: 03 # theirs
---
Text.
`
  it('is written under Hugo’s keys, and keys of no meaning go along', () => {
    expect(toMarkdownProfile(article, 'hugo')).toBe(`---
title: The mill
date: 2026-03-04
draft: true
description: It turns.
summary: It turns.
authors: [Ana, Ben]
categories: [Region]
images: [a.jpg]
image_alt: A mill
weight: 03 # theirs
---

Text.
`)
  })

  it('is written under Jekyll’s keys', () => {
    expect(toMarkdownProfile(article, 'jekyll')).toContain(
      'published: false\nsubtitle: It turns.\ndescription: It turns.\nexcerpt: It turns.\n' +
        'author: Ana, Ben\ncategory: Region\nlang: en\nimage:\n  path: a.jpg\n  alt: A mill\n' +
        'weight: 03 # theirs\n',
    )
  })

  it('becomes a heading where there is none', () => {
    expect(toMarkdownProfile(article, 'gfm')).toBe('# The mill\n\nIt turns.\n\nText.\n')
  })

  it('takes the first heading for the title, and takes it out of the body', () => {
    expect(toMarkdownProfile('# The *mill*\n\nText.\n', 'astro')).toBe(
      '---\ntitle: The mill\nlang: en\n---\n\nText.\n',
    )
  })

  it('is read from TOML, and line ends stay', () => {
    expect(toMarkdownProfile('+++\ntitle = "T"\nweight = 3\n+++\nText.\n', 'hugo')).toBe(
      '---\ntitle: T\nweight: 3\n---\n\nText.\n',
    )
    expect(toMarkdownProfile('---\r\ntitle: T\r\n---\r\nText.\r\n', 'hugo')).toBe(
      '---\r\ntitle: T\r\n---\r\n\r\nText.\r\n',
    )
  })
})

describe('each dialect', () => {
  it.each([
    ['commonmark', '~~a~~', '<del>a</del>'],
    ['commonmark', '- [x] a', '- ☑ a'],
    ['gfm', '~~a~~', '~~a~~'],
    [
      'hugo',
      '![a](b.jpg "C (Photo: D)")',
      '{{< figure src="b.jpg" alt="a" caption="C" attr="Photo: D" >}}',
    ],
    ['hugo', '![a "b"](<b c.jpg>)', '{{< figure src="b%20c.jpg" alt="a &quot;b&quot;" >}}'],
    ['hugo', 'a {{< b >}} `{{< c >}}`', 'a &#123;&#123;< b >}} `{{</* c */>}}`'],
    ['jekyll', 'a ![b](../c.png)', 'a ![b](/assets/c.png)'],
    ['jekyll', 'a {{ b }}', '{% raw %}\na {{ b }}\n{% endraw %}'],
    [
      'jekyll',
      'a {%- endraw %}{{ b }}',
      '{% raw %}\na {% endraw %}{{ "{" }}{% raw %}%- endraw %}{{ b }}\n{% endraw %}',
    ],
    ['jekyll', 'a | b \\| c', 'a \\| b \\| c'],
    ['jekyll', '<details>\n\n*a*\n\n</details>', '<details>\n<p><em>a</em></p>\n</details>'],
    ['gfm', 'a <b c=d/e> f', 'a \\<b c=d/e> f'],
    ['astro', 'a {b} <c', 'a \\{b\\} \\<c'],
    ['astro', '\\{a\\}', '\\{a\\}'],
    ['astro', '<https://a.example>', '[https://a.example](https://a.example)'],
    ['astro', '    a', '```\na\n```'],
    ['astro', 'a<br>b\nc', '<p>a<br />b c</p>'],
    ['astro', '<pre>\na\nb\n</pre>', '<pre>a&#10;b&#10;</pre>'],
    ['astro', 'import a', '&#105;mport a'],
    [
      'ghost',
      '![a](b.jpg)',
      '<figure class="kg-card kg-image-card">\n<img src="/content/images/b.jpg" alt="a">\n</figure>',
    ],
    ['obsidian', '![a](b.jpg "C")', '![a](b.jpg)\n\n*C*'],
  ] as const)('%s: %s', (profile, from, to) => {
    expect(bodyOf(from, profile)).toBe(to)
  })

  it('begins with front matter where a reader would take none for no article, or the text for it', () => {
    expect(toMarkdownProfile('<b>a</b>\n', 'hugo')).toBe('---\n---\n\n<b>a</b>\n')
    expect(toMarkdownProfile('a\n', 'obsidian')).toBe('a\n')
    expect(toMarkdownProfile('***\n\na: b\n\n---\n', 'obsidian')).toBe('***\n\na: b\n\n---\n')
    expect(toMarkdownProfile('\n---\n\na: b\n\n---\n', 'obsidian')).toBe(
      '---\n---\n\n---\n\na: b\n\n---\n',
    )
  })

  it('gives CommonMark tables and footnotes as HTML', () => {
    const html = bodyOf('a[^1]\n\n| b |\n|---|\n| c |\n\n[^1]: d', 'commonmark')
    expect(html).toContain('a<sup><a href="#fn-1">1</a></sup>')
    expect(html).toContain('<th scope="col">b</th>')
    expect(html).toContain('<li id="fn-1"><p>d ')
    expect(html).not.toContain('[^1]')
  })
})

const piece = fc.constantFrom(
  'word',
  '{',
  '}',
  '<',
  '<b>',
  '</b>',
  '<br>',
  '<!-- c -->',
  '\\',
  '`',
  '```',
  '    x',
  '{{',
  '{%',
  'import x',
  'export y',
  '[a](b)',
  '![c](d.png "e")',
  '<https://f.example>',
  '~~g~~',
  '[^1]',
  '| h |\n|---|',
  '- i',
  '> j',
  '# k',
  '<div>',
  '<Foo bar={1}>',
  '&lt;',
  '*',
  '_',
  '***',
  '\n',
  '\n\n',
)
const text = fc.array(piece, { maxLength: 24 }).map((parts) => `${parts.join(' ')}\n\n[^1]: n\n`)

it('writes for Astro what MDX can read and nothing that it would run', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (markdown) => {
      const body = toMarkdownProfile(`---\ntitle: T\n---\n${markdown}`, 'astro').replace(
        /^---[\s\S]*?---\n/,
        '',
      )
      const compiled = String(await compile(body))
      expect(compiled).not.toMatch(
        /_jsxs?\((?:Foo|_components\.Foo)|^import (?!.*jsx-runtime)|^export (?!default)/m,
      )
    }),
    { numRuns: 150 },
  )
})

it('leaves nothing of GFM to CommonMark', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      const body = toMarkdownProfile(`---\ntitle: T\n---\n${markdown}`, 'commonmark')
      const left = JSON.stringify(parseMarkdown(body))
      expect(left).not.toMatch(/"type":"(?:table|delete|footnoteDefinition)"/)
    }),
    { numRuns: 200 },
  )
})

describe('raw HTML', () => {
  it.each([
    ['<details open><summary>a</summary>\n\nb\n\n</details>', null],
    ['<div class="note" id="x">a <b>b</b></div>', null],
    ['a <kbd>b</kbd><br>c <!-- more --> d', null],
    ['<div onclick="hit()" class=a>b</div>', '<div class=a>b</div>'],
    ['a <b onclick=hit()>b</b>', 'a <b>b</b>'],
    ['a\n\n<script>\n\nhit()\n\n</script>\n\nb', 'a\n\n\n\nb'],
    ['a <script>hit()</script> b', 'a  b'],
    ['<a href="java&#10;script:hit()">b</a>', '<a>b</a>'],
    ['<img src=a.png onerror=hit()>', '<img src=a.png>'],
    // Without the form these would be a link.
    ['<form>\n[a](javascript:hit())', '<div>\n[a](javascript:hit())\n</div>'],
    ['> <form>\n> b', '> <div>\n> b\n> </div>'],
    ['[a *b*](javascript:hit()) <javascript:hit()>', 'a *b* javascript:hit()'],
    ['![a](javascript:hit())', 'a'],
    ['[a][b]\n\n[b]: javascript:hit()', '[a][b]\n\n[b]: #'],
  ])('stays where others may have it, without what could act: %s', (markdown, expected) => {
    for (const profile of ['gfm', 'hugo', 'obsidian'] as const) {
      expect(bodyOf(markdown, profile)).toBe(expected ?? markdown)
    }
  })

  it('says what was left out', () => {
    expect(exportProfile('<script>a</script>\n\n<b onclick=c>d</b>\n', 'gfm').problems).toEqual([
      'HTML and addresses that could act were left out: <script>, onclick.',
    ])
  })
})
