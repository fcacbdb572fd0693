import {
  $generateJSONFromSelectedNodes,
  $generateNodesFromSerializedNodes,
} from '@lexical/clipboard'
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import type { RootContent } from 'mdast'
import { writeMarkdown } from '../markdown/write'
import { $blockOf } from './blockOf'
import { createEditor } from './createEditor'
import { $exportBlock } from './exportBlock'

/** The selected part of an article as Markdown; without a selection, the block at the caret. */
export function markdownOfSelection(editor: LexicalEditor): string {
  const taken = editor.read(() => {
    const selection = $getSelection()
    if (selection === null) return null
    if ($isRangeSelection(selection) && selection.isCollapsed()) {
      const block = $blockOf(selection.anchor.getNode())
      return { written: block === null ? [] : $exportBlock(block) }
    }
    return { copied: $generateJSONFromSelectedNodes(editor, selection) }
  })
  if (taken === null) return ''
  return writeMarkdown(taken.written ?? readCopied(taken.copied))
}

/** What was copied, read into an editor that nobody looks at, with loose text put into paragraphs. */
function readCopied({
  nodes,
}: ReturnType<typeof $generateJSONFromSelectedNodes>): readonly RootContent[] {
  const scratch = createEditor()
  let written: readonly RootContent[] = []
  scratch.update(
    () => {
      let line: ElementNode | null = null
      for (const node of $generateNodesFromSerializedNodes(nodes)) {
        const isBlock = ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline()
        if (isBlock) {
          $getRoot().append(node)
          line = null
        } else {
          if (line === null) {
            line = $createParagraphNode()
            $getRoot().append(line)
          }
          line.append(node)
        }
      }
      written = $getRoot().getChildren().flatMap($exportBlock)
    },
    { discrete: true },
  )
  scratch.dispose()
  return written
}
