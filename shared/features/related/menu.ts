import { $insertNodeToNearestRoot } from '@lexical/utils'
import { $createParagraphNode, $createTextNode, type LexicalEditor } from 'lexical'
import type { Action, ActionHost } from '../feature'
import { relatedLabel } from './labels'

/** Begins a line of links to other articles, and lets the person choose the first. */
function insertRelated(editor: LexicalEditor, host: ActionHost): void {
  editor.update(
    () => {
      const space = $createTextNode(' ')
      const label = $createTextNode(relatedLabel(host.language?.())).setFormat('bold')
      $insertNodeToNearestRoot($createParagraphNode().append(label, space))
      space.selectEnd()
    },
    { onUpdate: () => host.chooseArticle?.() },
  )
}

export const relatedActions: readonly Action[] = [
  {
    name: 'related.insert',
    label: 'Also read',
    keywords: ['related', 'further', 'articles', 'link', 'see also', 'lesen', 'lire', 'leer'],
    icon: 'newspaper',
    group: 'insert',
    run: insertRelated,
  },
]
