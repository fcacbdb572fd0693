import fc from 'fast-check'
import { $getRoot, type ElementNode } from 'lexical'
import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'
import { $readLinks, $relatedAtCaret, type RelatedLink, writeLinks } from './editLinks'
import { isRelatedLabel } from './labels'
import { $createRelatedNode } from './node'

it.each([
  '**Also read:** [A](a.md)',
  '**Also read**: [A](a.md) · [B](b.md)',
  '**À lire aussi\u202f:** [A](a.md)',
  '**Читайте также:** [A](a.md)',
  '**相关阅读**：[A](a.md)',
  '**اقرأ أيضًا:** [A](a.md)',
  '**Lesen Sie auch:** [A](a.md),\n[B][b]\n\n[b]: b.md',
])('stands aside of the text: %s', (markdown) => {
  expect(htmlOf(markdown)).toMatch(/^<aside class="related">\n?<p><strong>.*<\/p>\n?<\/aside>$/s)
})

it.each([
  ['words with the links', '**Also read:** [A](a.md) by Ana'],
  ['no link', '**Also read:** later'],
  ['another label', '**Warning:** [A](a.md)'],
  ['a label that is not bold', 'Also read: [A](a.md)'],
])('is a paragraph like any other with %s', (_, markdown) => {
  expect(htmlOf(markdown)).not.toContain('<aside')
})

it('is inserted with its label, where the person chooses the articles', () => {
  let chosen = 0
  const writer = openForWriter('One.', { editRelated: () => chosen++ })
  writer.choose('related.insert')
  expect(chosen).toBe(1)
  expect(writer.file()).toBe('One.\n\n**Also read:**')
})

it('takes the place of an empty paragraph', () => {
  const writer = openForWriter('One.', { editRelated: () => undefined })
  writer.type('\n')
  writer.choose('related.insert')
  expect(writer.editor.read(() => $getRoot().getChildrenSize())).toBe(2)
  expect(isInBlock(writer)).toBe(true)
})

it.each([
  ['de-AT', 'Lesen Sie auch:'],
  ['fr', 'À lire aussi\u202f:'],
  ['pt_BR', 'Leia também:'],
  ['ja', '関連記事：'],
  ['tlh', 'Also read:'],
  [undefined, 'Also read:'],
])('begins in the language of the article: %s', (language, label) => {
  const writer = openForWriter('One.', { editRelated: () => undefined, language: () => language })
  writer.choose('related.insert')
  expect(writer.file()).toBe(`One.\n\n**${label}**`)
  expect(isRelatedLabel(label)).toBe(true)
})

it('is written as it was', () => {
  expect(typedInto('**Also read:** [A](a.md) |', 1)).toBe('**Also read:** [A](a.md) | word')
})

/** Whether the caret is in such a block, as the toolbar has it. */
const isInBlock = (writer: ReturnType<typeof openForWriter>) => writer.isPressed('related.insert')

it('is a block of its own when it is opened, and as soon as it is typed', () => {
  const opened = openForWriter('**Also read:** [A](a.md)')
  expect(isInBlock(opened)).toBe(true)
  const typed = openForWriter('')
  typed.type('**See also:** ')
  expect(isInBlock(typed)).toBe(false)
  typed.type('[A](a.md) ')
  expect(isInBlock(typed)).toBe(true)
  expect(typed.file()).toBe('**See also:** [A](a.md)\n')
})

it('is a paragraph again without its label, and in a quotation', () => {
  const writer = openForWriter('**Also read:** [A](a.md)')
  writer.select('Also read:')
  writer.type('W')
  expect(isInBlock(writer)).toBe(false)
  expect(writer.file()).toBe('**W** [A](a.md)')
  const quoted = openForWriter('**Also read:** [A](a.md)')
  quoted.choose('quote.toggle')
  expect([isInBlock(quoted), quoted.isPressed('quote.toggle')]).toEqual([false, true])
  expect(quoted.file()).toBe('> **Also read:** [A](a.md)')
})

it('is left with Enter for a paragraph', () => {
  const writer = openForWriter('**Also read:** [A](a.md)')
  writer.type('\nOn.')
  expect(isInBlock(writer)).toBe(false)
  expect(writer.file()).toBe('**Also read:** [A](a.md)\n\nOn.')
})

/** What a line leads to, changed as in its pop-up. */
function choose(
  writer: ReturnType<typeof openForWriter>,
  change: (links: readonly RelatedLink[]) => readonly RelatedLink[],
): void {
  const line = writer.editor.read(() => {
    const found = $relatedAtCaret()
    return found && { key: found.getKey(), links: $readLinks(found) }
  })
  if (line?.links) writeLinks(writer.editor, line.key, change(line.links))
}

const B = { key: null, title: 'B', address: 'b.md' }

it.each([
  ['**Also read:** [A](a.md)', '**Also read:** [A](a.md) · [B](b.md)'],
  ['**Also read**: [A](a.md), [C](c.md "T")', '**Also read**: [A](a.md), [C](c.md "T"), [B](b.md)'],
  ['**À lire aussi\u202f:** [A](a.md)', '**À lire aussi\u202f:** [A](a.md) · [B](b.md)'],
  ['**相关阅读**：[A](a.md)', '**相关阅读**： [A](a.md) · [B](b.md)'],
  [
    '**Also read:**\\\n[A][a]\\\n<https://c.example>',
    '**Also read:** [A][a]\\\n<https://c.example>\\\n[B](b.md)',
  ],
])('takes another article in as it has the others: %s', (before, after) => {
  const definition = before.includes('[a]') ? '\n\n[a]: a.md' : ''
  const writer = openForWriter(`${before}${definition}\n\nEnd.`)
  writer.editor.update(() => $getRoot().getFirstChildOrThrow<ElementNode>().selectEnd(), {
    discrete: true,
  })
  choose(writer, (links) => [...links, B])
  expect(writer.file()).toBe(`${after}${definition}\n\nEnd.`)
})

it('puts its articles into another order and takes them out, and keeps how each is written', () => {
  const writer = openForWriter('**Also read:** [*A*](<a b.md> "T") | [B](b.md) | [C](c.md)')
  choose(writer, ([a, b, c]) => [c, a, b].filter((link) => link !== undefined))
  expect(writer.file()).toBe('**Also read:** [C](c.md) | [*A*](<a b.md> "T") | [B](b.md)')
  choose(writer, (links) => links.slice(1, 2))
  expect(writer.file()).toBe('**Also read:** [*A*](<a b.md> "T")')
  choose(writer, () => [])
  expect(writer.file()).toBe('**Also read:**')
  choose(writer, () => [B])
  expect(writer.file()).toBe('**Also read:** [B](b.md)')
})

it('reads back the articles that were chosen, whatever they are called', () => {
  const title = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !/\p{Surrogate}|\p{Cc}/u.test(text))
  const address = fc
    .stringMatching(/^[a-zæ %()-]{1,8}\.md$/)
    .map((name) => name.replace(/ /g, '%20'))
  const link = fc.record({ key: fc.constant(null), title, address })
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 4 }), (links) => {
      const writer = openForWriter('**Also read:** [A](a.md)')
      choose(writer, () => links)
      const again = openForWriter(writer.file())
      const read = again.editor.read(() => $readLinks($relatedAtCaret() ?? $createRelatedNode()))
      expect(read?.map((each) => [each.title, each.address])).toEqual(
        links.map((each) => [each.title, each.address]),
      )
    }),
    { numRuns: 40 },
  )
})

it('is a block on the page for as long as it is one when it is published', () => {
  const writer = openForWriter('**Also read:** [A](a.md)')
  const isOneInBoth = (): readonly boolean[] => [
    isInBlock(writer),
    htmlOf(writer.file()).includes('<aside'),
  ]
  writer.type(' · ')
  expect(isOneInBoth()).toEqual([true, true])
  writer.type('by')
  expect(isOneInBoth()).toEqual([false, false])
  writer.select('by')
  writer.type(' ')
  expect(isOneInBoth()).toEqual([true, true])
})

it('stands aside of the text where its links are chosen, and not with words in their place', () => {
  const writer = openForWriter('', { editRelated: () => undefined })
  writer.choose('related.insert')
  expect(isInBlock(writer)).toBe(true)
  writer.type('later')
  expect(isInBlock(writer)).toBe(false)
})
