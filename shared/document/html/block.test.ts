import fc from 'fast-check'
import type { Nodes } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import type { Block } from '../content'
import { contentFromMarkdown } from '../export/content'
import { articleElement, renderArticle } from './article'
import { renderBlock } from './block'
import { contextOfBlock, createRenderContext } from './context'
import { parseFragment } from './raw'

const words = fc.constantFrom(
  'mill',
  'talks',
  '*soft*',
  '**hard**',
  '`code`',
  '[^a]',
  '[^b]',
  '[ref]',
)
const html = fc.constantFrom(
  '<b>',
  '</b>',
  '<p>',
  '<div>',
  '</div>',
  '<a href="/x">',
  '</a>',
  '<table>',
)
const more = fc.constantFrom(
  '<svg><a>',
  '<td>',
  '<button><p>',
  '<li>',
  '<!--',
  '-->',
  '<x-y>',
  '<pre>\n',
)
const line = (...kinds: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...kinds), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '))
const blocks = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    text,
    text.map((each) => `## ${each}`),
    text.map((each) => `> ${each}\n>\n> - ${each}\n> — ${each}`),
    text.map((each) => `- ${each}\n  1. ${each}\n- [ ] ${each}`),
    text.map((each) => `| ${each} | b |\n|--|:-:|\n| a | ${each} |`),
    text.map((each) => `![${each}](a.png "Words (Photo: Ana)")`),
    text.map((each) => `    ${each}`),
    fc.constant('---\n'),
  )
const article = (text: fc.Arbitrary<string>) =>
  fc
    .array(blocks(text), { maxLength: 8 })
    .map((all) => `${all.join('\n\n')}\n\n[ref]: /there "R"\n\n[^a]: Note [^b].\n[^b]: [ref]\n`)

function withoutPositions(node: Nodes): Nodes {
  const { position: _, data: __, ...rest } = node as Nodes & { data?: unknown }
  if (!('children' in rest)) return rest as Nodes
  return { ...rest, children: rest.children.map((child) => withoutPositions(child)) } as Nodes
}

it('makes the same of an article block by block as at one stroke', () => {
  fc.assert(
    fc.property(article(line(words)), (markdown) => {
      const content = contentFromMarkdown(`---\ntitle: T\n---\n${markdown}`)
      const nodes = content.blocks.flatMap((block) => block.nodes)
      const whole = { ...content, blocks: [{ key: 'all', markdown, nodes }] }
      expect(toHtml(renderArticle(content))).toBe(toHtml(renderArticle(whole)))
    }),
    { numRuns: 300 },
  )
})

it('makes HTML that a parser reads as the tree it was made from', () => {
  fc.assert(
    fc.property(article(line(words, html, more)), (markdown) => {
      const content = contentFromMarkdown(markdown)
      const context = createRenderContext(content)
      for (const block of content.blocks) {
        const children = renderBlock(block, context)
        // Inside an article, as on the page.
        const tree = { type: 'root' as const, children: [articleElement('en', children)] }
        expect(withoutPositions(parseFragment(toHtml(tree)))).toEqual(tree)
      }
    }),
    { numRuns: 600 },
  )
})

it('tells by a text when the article around changes a block', () => {
  const text = 'A[^a] and [ref].\n\nB[^b].\n\nC.\n\n[ref]: /one\n[^a]: A\n[^b]: B\n'
  const content = contentFromMarkdown(text)
  const [first, second, third] = content.blocks as [Block, Block, Block]
  const before = createRenderContext(content)
  const after = createRenderContext({ ...content, blocks: content.blocks.slice(1) })
  expect(contextOfBlock(second, after)).not.toBe(contextOfBlock(second, before))
  expect(contextOfBlock(third, after)).toBe(contextOfBlock(third, before))
  const moved = contentFromMarkdown('[ref]: /two\n').blocks
  const elsewhere = createRenderContext({ ...content, blocks: [...moved, ...content.blocks] })
  expect(contextOfBlock(first, elsewhere)).not.toBe(contextOfBlock(first, before))
})
