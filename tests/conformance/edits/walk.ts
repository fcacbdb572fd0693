import { HistoryExtension } from '@lexical/history'
import { $getRoot, configExtension, type EditorState, UNDO_COMMAND } from 'lexical'
import { expect } from 'vitest'
import { splitArticle } from '../../../shared/article'
import { type ArticleDocument, openArticle } from '../../../shared/document/articleDocument'
import { createEditor } from '../../../shared/document/editor/createEditor'
import { $exportBlock, fingerprint } from '../../../shared/document/editor/exportBlock'
import { readBack } from '../../../shared/document/editor/readBack'
import { NO_REFERENCES } from '../../../shared/document/markdown/context'
import { canonical, orphans, type Tree } from './canonical'
import { type Edit, perform } from './randomEdits'

const reader = createEditor()
const read = (markdown: string): readonly Tree[] =>
  canonical(readBack(markdown, { context: NO_REFERENCES, scratch: reader }))

/**
 * Opens an article and edits it: after every step the file says what the editor shows, with untouched
 * blocks as they were, and once all is undone it is the file that was opened.
 */
export function walk(text: string, edits: readonly Edit[]): void {
  const document = openArticle({
    text,
    extensions: [configExtension(HistoryExtension, { disabled: false })],
  })
  try {
    const loaded = new Map(
      document.content().blocks.map(({ key, markdown }) => [key, markdown] as const),
    )
    const prints = printsOf(document)
    let state: EditorState | null = null
    for (const edit of edits) {
      perform(document.editor, edit)
      if (document.editor.getEditorState() === state) continue
      state = document.editor.getEditorState()
      const now = printsOf(document)
      const saved = document.text()
      const untouched = [...loaded].filter(([key]) => now.get(key) === prints.get(key))
      expectBlocks(document, saved, new Map(untouched))
      expectSame([...now.values()], saved)
    }
    while (undo(document));
    expect(document.text()).toBe(text)
  } finally {
    document.dispose()
  }
}

/** What the editor holds of each block, by its key. */
function printsOf({ editor }: ArticleDocument): ReadonlyMap<string, string> {
  return editor.getEditorState().read(
    () =>
      new Map(
        $getRoot()
          .getChildren()
          .map((node) => [node.getKey(), fingerprint($exportBlock(node))] as const),
      ),
    { editor },
  )
}

/** The blocks stand in the file in their order; those that were not touched, with their own bytes. */
function expectBlocks(
  document: ArticleDocument,
  saved: string,
  untouched: ReadonlyMap<string, string>,
): void {
  let done = 0
  for (const { key, markdown } of document.content().blocks) {
    const source = untouched.get(key)
    if (source !== undefined) expect(markdown).toBe(source)
    const at = saved.indexOf(markdown, done)
    expect(at).toBeGreaterThanOrEqual(done)
    done = at + markdown.length
  }
}

/** What the editor holds is what the next start would read from the file. */
function expectSame(prints: readonly string[], saved: string): void {
  const held = prints.flatMap(canonical).flatMap(released)
  const lost = orphans(held)
  const without = (blocks: readonly Tree[]): readonly Tree[] =>
    blocks.filter((_, index) => !lost.has(index))
  expect(without(read(splitArticle(saved).body))).toEqual(without(held))
}

/** What a list kept as it was written is read as what it is, once it stands outside of the list. */
function released(block: Tree): readonly Tree[] {
  if (block.type === 'opaqueFlow' && block.kind === 'other') return read(block.value ?? '')
  if (block.type !== 'blockquote' && block.type !== 'footnoteDefinition') return [block]
  return [{ ...block, children: block.children?.flatMap(released) ?? [] }]
}

/** Undoes one step; false when there was none. */
function undo({ editor }: ArticleDocument): boolean {
  const before = editor.getEditorState()
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  editor.update(() => undefined, { discrete: true })
  return editor.getEditorState() !== before
}
