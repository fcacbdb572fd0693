import { HistoryExtension } from '@lexical/history'
import {
  $createLineBreakNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  configExtension,
} from 'lexical'
import { expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from '../../../shared/document/articleDocument'
import { type Edit, perform } from './randomEdits'

const at = (text: number, offset: number) => ({ text, offset })

/** What the file says after some edits; each of these came out as something else once. */
function written(text: string, edits: readonly Edit[], work?: (document: ArticleDocument) => void) {
  const document = openArticle({
    text,
    extensions: [configExtension(HistoryExtension, { disabled: false })],
  })
  for (const edit of edits) perform(document.editor, edit)
  work?.(document)
  const saved = document.text()
  document.dispose()
  return saved
}

const quote: Edit = { kind: 'block', at: at(0, 0), action: 'quote.toggle' }

it('keeps what was written in a paragraph while it stood in a quotation', () => {
  const type: Edit = { kind: 'type', at: at(0, 3), words: ' and two' }
  expect(written('One.\n', [quote, type, quote])).toBe('One and two.\n')
})

it('keeps what was written in a paragraph whose way into a quotation was undone and redone', () => {
  const type: Edit = { kind: 'type', at: at(0, 3), words: ' and two' }
  const steps: readonly Edit[] = [quote, { kind: 'undo' }, { kind: 'redo' }, type, quote]
  expect(written('One.\n', steps)).toBe('One and two.\n')
})

it.each([
  ['a link', 'One.\n\n[Two](b.md)\n'],
  ['an address', 'One.\n\nhttps://example.org/a\n'],
  ['an item that is a link', '- One.\n- [Two](b.md)\n'],
])('undoes the joining of a line with %s', (_, text) => {
  const join: Edit = { kind: 'replace', from: at(0, 4), to: at(1, 0), words: '' }
  expect(written(text, [join])).not.toBe(text)
  expect(written(text, [join, { kind: 'undo' }])).toBe(text)
})

it('writes no backslash for a line break that no line follows', () => {
  const append = ({ editor }: ArticleDocument) =>
    editor.update(
      () => {
        const block = $getRoot().getFirstChild()
        if ($isElementNode(block)) block.append($createLineBreakNode())
      },
      { discrete: true },
    )
  expect(written('One.\n', [], append)).toBe('One.\n')
})

it('leaves a line of a listing in a file with carriage returns a line', () => {
  const paste: Edit = { kind: 'pasteText', at: at(0, 1), words: 'x' }
  expect(written('```\rab\r```\r', [paste])).toBe('```\rax\rxb\r```\r')
})

it('keeps an address that was escaped from becoming a link', () => {
  const document = openArticle({ text: 'See https\\://example.org now.\n' })
  const kinds = document.editor.getEditorState().read(() =>
    $getRoot()
      .getAllTextNodes()
      .every((node) => $isTextNode(node)),
  )
  expect(kinds).toBe(true)
  expect(JSON.stringify(document.content().blocks[0]?.nodes)).not.toContain('"link"')
  document.dispose()
})

it('reads a tag that was cut in two as text', () => {
  const split: Edit = { kind: 'split', at: at(1, 3) }
  expect(written('Press <kbd>Enter</kbd>.\n', [split])).toBe('Press \\<kb\n\nd>Enter</kbd>.\n')
})

it('escapes an underscore beside a letter that had to be spelled out', () => {
  const type: Edit = { kind: 'type', at: at(1, 0), words: 'a_b_c' }
  const saved = written('~~*n*~~x~~*g*~~\n', [
    { kind: 'replace', from: at(1, 0), to: at(1, 1), words: '' },
    type,
  ])
  expect(saved).not.toContain(';_')
})

it('keeps a colon after a reference from making it a definition', () => {
  const type: Edit = { kind: 'type', at: at(1, 5), words: ': more' }
  expect(written('Two.\n\n[Foo]\n\n[foo]: /url\n', [type])).toBe(
    'Two.\n\n[Foo]\\: more\n\n[foo]: /url\n',
  )
})

it('puts an address that a word runs into in brackets', () => {
  const type: Edit = { kind: 'type', at: at(0, 4), words: 'word' }
  expect(written('See https://example.org/a now.\n', [type])).toBe(
    'See word<https://example.org/a> now.\n',
  )
})
