import { $generateNodesFromMdast } from '@lexical/mdast'
import {
  $createParagraphNode,
  $getRoot,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import type { RootContent } from 'mdast'
import { $appendNote, $noteOf } from '../../features/footnote'
import { $isOpaqueBlockNode } from '../../features/opaque'
import { createContext, parseInContext } from '../markdown/context'
import { parseForEditor } from '../markdown/prepare'
import { writeMarkdown } from '../markdown/write'
import { $exportBlock } from './exportBlock'

/** The text of a footnote as Markdown; null where there is no such footnote. */
export function readNote(editor: LexicalEditor, label: string): string | null {
  return editor.read(() => {
    const note = $noteOf(label)
    return note === null ? null : writeMarkdown(note.getChildren().flatMap($exportBlock))
  })
}

/** What a footnote's text may be: definitions and further footnotes belong to the article. */
function isNoteContent({ type }: RootContent): boolean {
  return type !== 'definition' && type !== 'footnoteDefinition'
}

/**
 * Gives a footnote another text, written in Markdown; makes the footnote where there is none. `manner`
 * tells whether this is one step of undo with what was done last.
 */
export function writeNote(
  editor: LexicalEditor,
  label: string,
  markdown: string,
  manner: 'step' | 'same step',
): void {
  editor.update(
    () => {
      const note = $noteOf(label) ?? $appendNote(label)
      const sources = $getRoot()
        .getChildren()
        .flatMap((node) =>
          $isOpaqueBlockNode(node) && node.getKind() === 'definition' ? [node.getSource()] : [],
        )
      const context = createContext(sources, [])
      const definitions = parseForEditor(context.source).children
      const children = parseInContext(markdown, context, parseForEditor).filter(isNoteContent)
      const nodes = $generateNodesFromMdast({
        type: 'root',
        children: [...definitions, ...children],
      })
      note.splice(0, note.getChildrenSize(), nodes.slice(definitions.length))
      if (note.isEmpty()) note.append($createParagraphNode())
    },
    {
      discrete: true,
      // The keyboard stays in the field that this is written in.
      tag: manner === 'step' ? SKIP_DOM_SELECTION_TAG : [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG],
    },
  )
}
