import { HistoryExtension } from '@lexical/history'
import fc from 'fast-check'
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  configExtension,
  UNDO_COMMAND,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from './articleDocument'
import { $exportBlock, fingerprint } from './editor/exportBlock'

const blocks = [
  '# Heading one',
  'Heading two\n-----------',
  'A paragraph with *emphasis*, __strong__ and `code`,\nwrapped over two lines.  \nHard break.',
  'Another with [a link](https://example.org "t"), a [reference] and ~~struck~~ text.',
  '* one\n* two\n    * nested\n* three',
  '1) first\n2) second',
  '- [ ] open\n- [x] done',
  '> Quoted text,\n> two lines.\n>\n> — *Speaker*',
  '```js\nlet a = 1\n\n\nlet b = 2\n```',
  '    indented code',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  '***',
  '<aside>\n  <p>HTML</p>\n</aside>',
  '![alt](pictures/a.png "Caption. (Photo: A)")',
  'Text with a note[^n].',
  '[^n]: The note.',
  '[reference]: https://example.org/ref',
  'Trailing spaces   ',
] as const

const ending = fc.constantFrom('\n', '\r\n')
const gap = fc.constantFrom(2, 2, 2, 3, 4)
const frontMatter = fc.constantFrom('', '---\ntitle: "T"  # c\n---\n', '+++\ntitle = "T"\n+++\n\n')

/** A file of our blocks in any order, with any line endings, gaps and ends. */
const file = fc
  .record({
    frontMatter,
    chosen: fc.array(fc.tuple(fc.constantFrom(...blocks), gap), { minLength: 1, maxLength: 6 }),
    end: fc.constantFrom('', '\n', '\n\n'),
    ending,
  })
  .map((parts) => {
    const body = parts.chosen.map(([block, lines], index) =>
      index === parts.chosen.length - 1 ? block : block + '\n'.repeat(lines),
    )
    return (parts.frontMatter + body.join('') + parts.end).replaceAll('\n', parts.ending)
  })

type Edit =
  | { readonly kind: 'type'; readonly block: number; readonly text: string }
  | { readonly kind: 'split'; readonly block: number; readonly at: number }
  | { readonly kind: 'remove'; readonly block: number }
  | { readonly kind: 'move'; readonly block: number; readonly to: number }
  | { readonly kind: 'add'; readonly block: number; readonly text: string }

const index = fc.nat({ max: 9 })
const words = fc.constantFrom(
  'word',
  '*',
  '1. ',
  '#',
  ' ',
  'a_b_c',
  '[x]',
  '|',
  '<b>',
  'é',
  '\\',
  '`',
  '&amp;',
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), block: index, text: words }),
  fc.record({ kind: fc.constant('split' as const), block: index, at: fc.nat({ max: 12 }) }),
  fc.record({ kind: fc.constant('remove' as const), block: index }),
  fc.record({ kind: fc.constant('move' as const), block: index, to: index }),
  fc.record({ kind: fc.constant('add' as const), block: index, text: words }),
)

const DEFINES = new Set(['opaque-block', 'footnote'])

function apply(document: ArticleDocument, change: Edit): void {
  document.editor.update(
    () => {
      const root = $getRoot()
      const size = root.getChildrenSize()
      const node = root.getChildAtIndex(change.block % size)
      if (!node) return
      switch (change.kind) {
        case 'type': {
          const text = $isElementNode(node) ? node.getAllTextNodes().find($isTextNode) : undefined
          if (text?.isSimpleText()) text.setTextContent(text.getTextContent() + change.text)
          return
        }
        case 'split': {
          const text = $isElementNode(node) ? node.getFirstDescendant() : null
          if (!$isTextNode(text)) return
          text
            .select(
              Math.min(change.at, text.getTextContentSize()),
              Math.min(change.at, text.getTextContentSize()),
            )
            .insertParagraph()
          return
        }
        case 'remove':
          // What refers to a definition is text without it, whichever program reads the file.
          if (size > 1 && !DEFINES.has(node.getType())) node.remove()
          return
        case 'move': {
          const target = root.getChildAtIndex(change.to % size)
          if (target && !target.is(node)) target.insertBefore(node)
          return
        }
        case 'add':
          node.insertAfter($createParagraphNode().append($createTextNode(`new ${change.text}`)))
      }
    },
    { discrete: true, tag: 'history-push' },
  )
}

/** What stands between two blocks that Markdown would otherwise join. */
const PARTING = '"<!-- -->"'

function content(document: ArticleDocument): string[] {
  return document.editor.getEditorState().read(
    () =>
      $getRoot()
        .getChildren()
        .map((node) => fingerprint($exportBlock(node)))
        .filter((print) => print !== '[]' && !print.includes(PARTING)),
    { editor: document.editor },
  )
}

describe('any edits to any file', () => {
  it('leave every untouched block’s bytes alone, and are all there when the file is opened again', () => {
    fc.assert(
      fc.property(file, fc.array(edit, { maxLength: 6 }), (text, edits) => {
        const document = openArticle({ text })
        const before = new Map(
          document.content().blocks.map((block) => [block.key, block.markdown]),
        )
        for (const change of edits) apply(document, change)
        const saved = document.text()
        for (const block of document.content().blocks) {
          if (!('isClean' in block && block.isClean)) continue
          expect(block.markdown).toBe(before.get(block.key))
          expect(saved).toContain(block.markdown)
        }
        const again = openArticle({ text: saved })
        expect(again.text()).toBe(saved)
        expect(content(again).join('\n')).toBe(content(document).join('\n'))
        again.dispose()
        document.dispose()
      }),
      { numRuns: 300 },
    )
  })

  it('give the file back byte for byte once they are all undone', () => {
    fc.assert(
      fc.property(file, fc.array(edit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        const document = openArticle({
          text,
          extensions: [configExtension(HistoryExtension, { disabled: false })],
        })
        for (const change of edits) {
          apply(document, change)
          document.text()
        }
        for (let count = 0; count < edits.length + 2; count++) {
          document.editor.dispatchCommand(UNDO_COMMAND, undefined)
        }
        document.editor.update(() => undefined, { discrete: true })
        expect(document.text()).toBe(text)
        document.dispose()
      }),
      { numRuns: 200 },
    )
  })
})
