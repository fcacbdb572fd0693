import { HistoryExtension } from '@lexical/history'
import fc from 'fast-check'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  configExtension,
  UNDO_COMMAND,
} from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from './articleDocument'

const history = configExtension(HistoryExtension, { disabled: false })

let open: ArticleDocument[] = []
afterEach(() => {
  for (const document of open) document.dispose()
  open = []
})

function opened(text: string): ArticleDocument {
  const document = openArticle({ text, extensions: [history] })
  open.push(document)
  return document
}

/** Puts the caret behind these words. */
function caretAfter(document: ArticleDocument, words: string): void {
  document.editor.update(
    () => {
      for (const text of $getRoot().getAllTextNodes()) {
        const at = text.getTextContent().indexOf(words)
        if (at !== -1) text.select(at + words.length, at + words.length)
      }
    },
    { discrete: true },
  )
}

/** The words of the caret's text node, with `|` where the caret is. */
function caret(document: ArticleDocument): string {
  return document.editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return 'nowhere'
    const { anchor } = selection
    const text = anchor.getNode().getTextContent()
    return `${text.slice(0, anchor.offset)}|${text.slice(anchor.offset)}`
  })
}

function typeAtCaret(document: ArticleDocument, words: string): void {
  document.editor.update(() => $getSelection()?.insertText(words), { discrete: true })
}

function undo(document: ArticleDocument): void {
  document.editor.dispatchCommand(UNDO_COMMAND, undefined)
  document.editor.update(() => undefined, { discrete: true })
}

const TALKS = '---\ntitle: Talks\n---\n\nFirst *one*.\n\nSecond one here.\n\n* third\n* item\n'

it('shows another text of the article and saves it byte for byte', () => {
  const document = opened(TALKS)
  const next = TALKS.replace('Talks', 'Talks, day 2').replace('Second', 'Another second')
  expect(document.adopt(next)).toBe(true)
  expect(document.text()).toBe(next)
  expect(document.field('title')).toBe('Talks, day 2')
})

it('keeps the blocks that say the same, and what was derived from them', () => {
  const document = opened(TALKS)
  const before = document.content().blocks
  document.adopt(TALKS.replace('Second', 'Another second'))
  const after = document.content().blocks
  expect(after.map((block) => before.includes(block))).toEqual([true, false, true])
  expect(after[0]?.key).toBe(before[0]?.key)
})

it('keeps the caret in a block that stays, when blocks come and go around it', () => {
  const document = opened(TALKS)
  caretAfter(document, 'Second')
  document.adopt(TALKS.replace('First *one*.\n\n', 'New.\n\nNewer.\n\n').replace('* third\n', ''))
  expect(caret(document)).toBe('Second| one here.')
})

it('keeps the caret behind its words in a block that was rewritten', () => {
  const document = opened(TALKS)
  caretAfter(document, 'Second one')
  document.adopt(TALKS.replace('Second', 'In between there was a second'))
  expect(caret(document)).toBe('In between there was a second one| here.')
  document.adopt(TALKS.replace('Second one here', 'In between there was a second one, still, here'))
  expect(caret(document)).toBe('In between there was a second one|, still, here.')
})

it('puts the caret beside a block that went', () => {
  const document = opened(TALKS)
  caretAfter(document, 'Second')
  document.adopt(TALKS.replace('Second one here.\n\n', ''))
  expect(caret(document)).toBe('.|')
})

it('is one step of undo, which gives back what was written before', () => {
  const document = opened(TALKS)
  caretAfter(document, 'Second')
  typeAtCaret(document, ' best')
  const mine = document.text()
  document.adopt(mine.replace('third', 'fourth').replace('First', 'Foremost'))
  undo(document)
  expect(document.text()).toBe(mine)
})

it('goes on writing where it was, and changes nothing else', () => {
  const document = opened(TALKS)
  caretAfter(document, 'Second')
  const theirs = TALKS.replace('* item', '*   an item of theirs')
  document.adopt(theirs)
  typeAtCaret(document, ' best')
  expect(document.text()).toBe(theirs.replace('Second', 'Second best'))
})

it('reads references anew when a definition changed', () => {
  const text = 'See [here].\n\n[here]: https://example.org/old\n'
  const document = opened(text)
  const next = text.replace('old', 'new')
  document.adopt(next)
  expect(document.text()).toBe(next)
  expect(JSON.stringify(document.content().blocks[0]?.nodes)).toContain('here')
  const address = document.editor
    .getEditorState()
    .read(() => JSON.stringify($getRoot().getFirstChild()?.exportJSON()))
  expect(document.editor.getEditorState().read(() => $getRoot().getTextContent())).toContain('here')
  expect(address).not.toContain('old')
})

it('keeps lists apart that the file keeps apart', () => {
  const document = opened('- a\n\n* b\n')
  const next = '- a\n\n* b\n\n- c\n'
  expect(document.adopt(next)).toBe(true)
  expect(document.text()).toBe(next)
})

it('leaves an empty paragraph where someone is about to write', () => {
  const document = opened(TALKS)
  document.editor.update(
    () => {
      const second = $getRoot().getChildAtIndex(1)
      if ($isElementNode(second)) second.selectEnd().insertParagraph()
    },
    { discrete: true },
  )
  const next = TALKS.replace('First', 'Foremost')
  document.adopt(next)
  expect(document.text()).toBe(next)
  typeAtCaret(document, 'Written.')
  expect(document.text()).toBe(next.replace('here.\n\n', 'here.\n\nWritten.\n\n'))
})

it('says that an article must be opened anew when its front matter cannot be read any more', () => {
  const document = opened(TALKS)
  expect(document.adopt(TALKS.replace('title: Talks', 'title: [Talks'))).toBe(false)
})

const written = (document: ArticleDocument) =>
  document.content().blocks.map(({ markdown }) => markdown)

const blocks = [
  '# Heading',
  'A paragraph with *emphasis*\nover two lines.',
  'Another with [a link](https://example.org), a [reference] and a note[^n].',
  '* one\n* two',
  '- three\n- four',
  '1) first',
  '> Quoted,\n> twice.',
  '```js\nlet a = 1\n\nlet b = 2\n```',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '***',
  '<aside>\n  <p>HTML</p>\n</aside>',
  '![alt](a.png "Caption.")',
  '[^n]: The note.',
  '[reference]: https://example.org/ref',
  'Trailing   ',
]
const file = fc
  .record({
    chosen: fc.array(
      fc.tuple(fc.constantFrom(...blocks), fc.constantFrom('\n\n', '\n\n', '\n\n\n')),
      { maxLength: 7 },
    ),
    lead: fc.constantFrom('', '---\ntitle: T\n---\n', '\n'),
    end: fc.constantFrom('', '\n', '\n\n'),
    ending: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ chosen, lead, end, ending }) =>
    (
      lead +
      chosen
        .map(([block, gap], at) => (at === chosen.length - 1 ? block + end : block + gap))
        .join('')
    ).replaceAll('\n', ending),
  )

it('shows any text after any other, byte for byte, and goes back when undone', () => {
  fc.assert(
    fc.property(fc.array(file, { minLength: 2, maxLength: 4 }), fc.nat(20), (texts, typed) => {
      const [first = '', ...rest] = texts
      const document = openArticle({ text: first, extensions: [history] })
      try {
        document.editor.update(
          () => {
            const all = $getRoot().getAllTextNodes()
            const text = all[typed % Math.max(1, all.length)]
            if ($isTextNode(text)) text.select(0, 0)
          },
          { discrete: true },
        )
        const before = written(document)
        for (const text of rest) {
          if (!document.adopt(text)) return
          expect(document.text()).toBe(text)
        }
        for (const _ of texts) undo(document)
        expect(written(document)).toEqual(before)
      } finally {
        document.dispose()
      }
    }),
    { numRuns: 150 },
  )
})
