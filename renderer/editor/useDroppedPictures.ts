import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import { COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import type { ArticleId } from '../../shared/domain/article'
import { $createFigureNode } from '../../shared/features/figure'
import { useDesk } from '../app/DeskContext'
import { report } from '../state/problem'
import { addPicture } from './choosePicture'

/** Copies pictures that are dropped on the page beside the article, and puts them where they fell. */
export function useDroppedPictures(editor: LexicalEditor, article: ArticleId): void {
  const { client, stores } = useDesk()
  useEffect(() => {
    async function add(files: readonly File[]): Promise<void> {
      for (const file of files) {
        const { src } = await addPicture(client, article, file)
        editor.update(() => {
          $insertNodeToNearestRoot($createFigureNode({ src, alt: '', title: '', reference: '' }))
        })
      }
    }
    return editor.registerCommand(
      DRAG_DROP_PASTE,
      (files) => {
        const pictures = files.filter(({ type }) => /^image\//.test(type))
        if (pictures.length === 0 || !editor.isEditable()) return false
        add(pictures).catch((error: unknown) => report(stores.notices, 'picture', error))
        return true
      },
      COMMAND_PRIORITY_LOW,
    )
  }, [editor, article, client, stores])
}
