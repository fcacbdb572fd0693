import { describe, expect, it } from 'vitest'
import { TARGET_NAMES } from '../../../domain/exports'
import { contentFromMarkdown } from '../content'
import { toPlainText } from '../text'
import { shapeFragment, toRichText } from './index'

const ALL = `---
title: The mill
---
One *two*[^1].

#### Three

- four
  - five

3. six

> seven
>
> — Ana

| a | b |
|---|---|
| 1 | 2 |

![x](b.jpg "C (Photo: B)")

\`\`\`js
code
\`\`\`

[^1]: note
`

function shaped(markdown: string, target: (typeof TARGET_NAMES)[number]): string {
  return shapeFragment(contentFromMarkdown(markdown), target).html
}

describe('WordPress', () => {
  it('finds every block between the comments that name it', () => {
    const html = shaped(ALL, 'wordpress')
    const names = [...html.matchAll(/<!-- wp:([\w-]+)/g)].map(([, name]) => name)
    const ends = [...html.matchAll(/<!-- \/wp:([\w-]+)/g)].map(([, name]) => name)
    expect([...names].sort()).toEqual([...ends].sort())
    expect(new Set(names)).toEqual(
      new Set([
        'paragraph',
        'heading',
        'list',
        'list-item',
        'quote',
        'table',
        'image',
        'code',
        'html',
      ]),
    )
    expect(html).toContain(
      '<!-- wp:heading {"level":4} -->\n<h4 class="wp-block-heading">Three</h4>',
    )
    expect(html).toContain('<!-- wp:list {"ordered":true,"start":3} -->')
  })

  it('cannot be told of a block by the text', () => {
    const html = shaped('a <!-- wp:html --> b `<!-- wp:html -->`', 'wordpress')
    expect(html.match(/<!-- wp:/g)).toHaveLength(1)
  })
})

it('gives Ghost image cards, and HTML cards for what it has none for', () => {
  const html = shaped(ALL, 'ghost')
  expect(html).toContain(
    '<figure class="kg-card kg-image-card kg-card-hascaption"><img src="b.jpg" alt="x" class="kg-image">',
  )
  expect(html).toMatch(
    /<!--kg-card-begin: html-->\n<table>[\s\S]*<\/table>\n<!--kg-card-end: html-->/,
  )
})

it('tells what Medium and Substack cannot keep', () => {
  const content = contentFromMarkdown(ALL)
  expect(shapeFragment(content, 'medium').problems).toHaveLength(3)
  expect(shapeFragment(content, 'substack').problems).toHaveLength(1)
  expect(shapeFragment(content, 'medium').html).not.toMatch(
    /<(?:table|h1|h2|section)|class="(?!language)|id=/,
  )
})

it('leaves no word out for any place', () => {
  for (const target of TARGET_NAMES) {
    const html = shaped(ALL, target)
    for (const word of [
      'One',
      'two',
      'Three',
      'four',
      'five',
      'six',
      'seven',
      'Ana',
      'code',
      'note',
    ]) {
      expect(html).toContain(word)
    }
  }
})

it('puts bare HTML on the clipboard', () => {
  const html = toRichText(contentFromMarkdown(ALL))
  expect(html).not.toMatch(/class="(?!language)|id=|role=/)
  expect(html).toContain('<table>')
})

it('writes plain text that reads like the page', () => {
  expect(toPlainText(contentFromMarkdown(ALL))).toBe(`The mill

One two[1].

Three

- four
  - five

3. six

  seven
  — Ana

a  b
1  2

[x — C Photo: B]

code

Notes

1. note
`)
})

it('lets no address end the comment that WordPress knows a card by', () => {
  const content = contentFromMarkdown('https://youtu.be/a--b?x=1&y=%22\n')
  const { html } = shapeFragment(content, 'wordpress')
  expect(html).toContain(
    '<!-- wp:embed {"url":"https://youtu.be/a\\u002d\\u002db?x=1\\u0026y=%22"} -->',
  )
})
