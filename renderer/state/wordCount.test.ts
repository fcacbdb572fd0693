import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, it } from 'vitest'
import type { ArticleContent, Block } from '../../shared/document/content'
import { NO_META } from '../../shared/domain/meta'
import { createWordCount } from './wordCount'

const block = (markdown: string): Block => ({
  key: markdown,
  markdown,
  nodes: fromMarkdown(markdown).children,
})

function article(...blocks: readonly Block[]): ArticleContent {
  return { meta: { ...NO_META, title: 'Two words' }, blocks }
}

it('counts headline and blocks, and keeps list items apart', () => {
  expect(createWordCount()(article(block('One *two*three.'), block('- a\n- b\n- c')))).toBe(7)
})

it('leaves out code blocks, raw HTML and descriptions of pictures', () => {
  const blocks = [block('```\nlet x = 1\n```'), block('<div>raw</div>'), block('![a quay](q.jpg)')]
  expect(createWordCount()(article(...blocks))).toBe(2)
})

it('counts a block once for as long as it stays the same', () => {
  const count = createWordCount()
  let reads = 0
  const counted: Block = {
    key: 'k',
    markdown: 'one',
    get nodes() {
      reads += 1
      return fromMarkdown('one').children
    },
  }
  count(article(counted))
  expect(count(article(counted))).toBe(3)
  expect(reads).toBe(1)
})
