import { $findMatchingParent, $insertNodeToNearestRoot } from '@lexical/utils'
import {
  $createTextNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import type { Action, ActionHost } from '../feature'
import { isBlock } from '../setBlocks'
import { $relatedAtCaret } from './editLinks'
import { relatedLabel } from './labels'
import { $createRelatedNode } from './node'

/** Puts a block where the caret is: in the place of an empty paragraph, or after what is there. */
function $insertBlock(block: ElementNode): void {
  const selection = $getSelection()
  const at = $isRangeSelection(selection) ? selection.anchor.getNode() : null
  const line = at && $findMatchingParent(at, $isParagraphNode)
  // What a menu was asked for with may have left an empty text behind.
  const isEmpty = line?.getChildren().every((child) => child.getTextContent() === '') ?? false
  if (line && isEmpty && $isRootNode(line.getParent())) line.replace(block)
  else $insertNodeToNearestRoot(block)
}

/** Begins a line of links to other articles, or goes to the one at the caret, and lets the person choose them. */
function chooseRelated(editor: LexicalEditor, host: ActionHost): void {
  editor.update(
    () => {
      if ($relatedAtCaret() !== null) return
      const label = $createTextNode(relatedLabel(host.language?.())).setFormat('bold')
      const space = $createTextNode(' ')
      $insertBlock($createRelatedNode().append(label, space))
      space.selectEnd()
    },
    { onUpdate: () => host.editRelated?.() },
  )
}

export const relatedActions: readonly Action[] = [
  {
    name: 'related.insert',
    label: 'Also read',
    keywords: ['related', 'further', 'articles', 'link', 'see also', 'lesen', 'lire', 'leer'],
    icon: 'newspaper',
    group: 'insert',
    run: chooseRelated,
    isActive: isBlock('related'),
  },
]
