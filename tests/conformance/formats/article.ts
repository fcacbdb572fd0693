import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { printWithChromium } from '../../../main/adapters/node/chromiumPrinter'
import { exportArticle } from '../../../shared/document/export'

/** What a reader has of it is the same words under the same headings in every format. */
export const ARTICLE = `---
title: Peace talks resume
standfirst: Five hours, and no end in sight.
---

The delegations met on Tuesday in the *old* customs house[^1].

## The proposal

> Nobody leaves the table.
>
> — Ana Ruiz

| Town | Votes |
|---|---|
| Aldane | 12 |

### What it says

![](house.png "The house in spring. (Photo: Ben Okri)")

- first the harbour
- then the **toll**

## What is next

\`\`\`
wait = true
\`\`\`

[^1]: It was built in 1790.
`

export const HEADINGS = ['Peace talks resume', 'The proposal', 'What it says', 'What is next']
export const WORDS = [
  ...'Five hours and no end in sight The delegations met on Tuesday in the old customs house'.split(
    ' ',
  ),
  ...'Nobody leaves the table Ana Ruiz Town Votes Aldane 12'.split(' '),
  ...'The house in spring Photo Ben Okri'.split(' '),
  ...'first the harbour then the toll wait true It was built in 1790'.split(' '),
  ...HEADINGS.flatMap((heading) => heading.split(' ')),
].sort()

/** Marks that a format adds to the text: numbers of notes, ways back, headings of its own. */
export const ADDED = /^(?:1|Notes?|Footnotes?)$/i

export const wordsOf = (text: string): readonly string[] =>
  (text.replace(/(\p{L})1\b/gu, '$1 1').match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !ADDED.test(word))
    .sort()

export interface Read {
  readonly headings: readonly string[]
  readonly words: readonly string[]
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  // What is hidden from readers, in the head and beside notes, is no word of the article.
  if (node.type === 'element' && ['head', 'script', 'style'].includes(node.tagName)) return ''
  return 'children' in node ? node.children.map((child) => ` ${textOf(child)} `).join('') : ''
}

function headingsOf(node: Nodes): readonly string[] {
  if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
    return [textOf(node).replace(/\s+/g, ' ').trim()]
  }
  return 'children' in node ? node.children.flatMap(headingsOf) : []
}

export function fromPage(html: string): Read {
  const tree = fromHtml(html)
  const headings = headingsOf(tree).filter((heading) => !ADDED.test(heading))
  return { headings, words: wordsOf(textOf(tree)) }
}

/** The smallest picture there is. */
const PICTURE = {
  type: 'image/png',
  base64:
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const

export async function exported(format: 'html' | 'markdown' | 'text' | 'docx' | 'epub' | 'pdf') {
  const { content } = await exportArticle(ARTICLE, {
    format,
    print: printWithChromium,
    readAsset: async () => PICTURE,
  })
  return typeof content === 'string' ? content : new Uint8Array(content)
}

export async function bytes(format: 'docx' | 'epub' | 'pdf'): Promise<Uint8Array> {
  const content = await exported(format)
  if (typeof content === 'string') throw new Error(`${format} is not text.`)
  return content
}
