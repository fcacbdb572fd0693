import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $createTextNode, type LexicalEditor } from 'lexical'
import type { Action, ActionHost } from '../feature'
import { isBlock } from '../setBlocks'
import { $relatedAtCaret } from './editLinks'
import { relatedLabel } from './labels'
import { $createRelatedNode } from './node'

/** Begins a line of links to other articles, or goes to the one at the caret, and lets the person choose them. */
function chooseRelated(editor: LexicalEditor, host: ActionHost): void {
  editor.update(
    () => {
      if ($relatedAtCaret() !== null) return
      const label = $createTextNode(relatedLabel(host.language?.())).setFormat('bold')
      const space = $createTextNode(' ')
      $insertNodeToNearestRoot($createRelatedNode().append(label, space))
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
