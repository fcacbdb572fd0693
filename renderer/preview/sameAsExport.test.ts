import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { openArticle } from '../../shared/document/articleDocument'
import { contentFromMarkdown } from '../../shared/document/export'
import { toHtmlPage } from '../../shared/document/html'
import { randomArticle } from '../../tests/conformance/edits/randomArticles'
import { perform, randomEdit } from '../../tests/conformance/edits/randomEdits'
import { attributesOf } from './attributes'
import { createPreview, type Preview } from './createPreview'

const GOLDEN = join(import.meta.dirname, '../../tests/conformance/golden/articles')

/** An element as a line for its tag and one for each thing in it; pictures come from elsewhere. */
type Outline = readonly string[]

function line(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${text}`
}

function tag(name: string, attributes: ReadonlyMap<string, string>): string {
  const named = [...attributes].filter(([attribute]) => attribute !== 'src').sort()
  return `<${[name, ...named.map(([attribute, value]) => `${attribute}="${value}"`)].join(' ')}>`
}

/** Blocks stand on lines of their own in the file; that is no part of the article. */
const isSpaceBetweenBlocks = (text: string, depth: number) => depth === 1 && text.trim() === ''

function shown(node: Node, depth = 0): Outline {
  if (node.nodeType === node.TEXT_NODE) {
    const text = node.nodeValue ?? ''
    return isSpaceBetweenBlocks(text, depth) ? [] : [line(depth, JSON.stringify(text))]
  }
  const element = node as Element
  const attributes = new Map([...element.attributes].map(({ name, value }) => [name, value]))
  return [
    line(depth, tag(element.localName, attributes)),
    ...[...element.childNodes].flatMap((child) => shown(child, depth + 1)),
  ]
}

function exported(node: Nodes, depth = 0): Outline {
  if (node.type === 'text') {
    const { value } = node
    return isSpaceBetweenBlocks(value, depth) ? [] : [line(depth, JSON.stringify(value))]
  }
  if (node.type !== 'element') return []
  return [
    line(depth, tag(node.tagName, attributesOf(node))),
    ...node.children.flatMap((child) => exported(child, depth + 1)),
  ]
}

/** The article of the page that a browser reads in the exported text. */
function exportedFrom(text: string): Outline {
  const page = toHtmlPage(contentFromMarkdown(text))
  const find = (node: Nodes): Nodes | undefined => {
    if (node.type === 'element' && node.tagName === 'article') return node
    if (!('children' in node)) return undefined
    for (const child of node.children) {
      const found = find(child)
      if (found) return found
    }
    return undefined
  }
  const article = find(fromHtml(page))
  if (!article) throw new Error('The page has no article.')
  return exported(article)
}

function withPreview(work: (preview: Preview, article: () => Outline) => void): void {
  const preview = createPreview(document, {
    pictures: { load: async () => ({ kind: 'loading' }) },
    onOpenLink() {},
    onBlockClick() {},
    onScroll() {},
  })
  try {
    work(preview, () => {
      const article = document.querySelector('article')
      return article ? shown(article) : []
    })
  } finally {
    preview.dispose()
  }
}

describe.each(readdirSync(GOLDEN))('%s', (file) => {
  it('is in the preview what it is in the exported page', () => {
    const text = readFileSync(join(GOLDEN, file), 'utf8')
    const opened = openArticle({ text })
    withPreview((preview, article) => {
      preview.update(opened.content())
      expect(article()).toEqual(exportedFrom(text))
    })
    opened.dispose()
  })
})

it('has the line ends that a reader of the file has', () => {
  const text =
    '---\r\ntitle: T\r\n---\r\n\r\n    one\r\n    two\r\n\r\n![a&#13;b](x.png "c&#13;&#10;d")\r\n'
  const opened = openArticle({ text })
  withPreview((preview, article) => {
    preview.update(opened.content())
    expect(article()).toEqual(exportedFrom(text))
  })
  opened.dispose()
})

it('shows random articles as they are exported, however they are edited', () => {
  fc.assert(
    fc.property(
      randomArticle,
      fc.array(randomEdit, { minLength: 6, maxLength: 6 }),
      (text, edits) => {
        const opened = openArticle({ text })
        try {
          withPreview((preview, article) => {
            preview.update(opened.content())
            expect(article()).toEqual(exportedFrom(text))
            for (const edit of edits) {
              perform(opened.editor, edit)
              preview.update(opened.content())
            }
            expect(article()).toEqual(exportedFrom(opened.text()))
          })
        } finally {
          opened.dispose()
        }
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
})
