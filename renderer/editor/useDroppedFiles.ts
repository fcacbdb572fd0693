import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { $insertNodeToNearestRoot } from '@lexical/utils'
import { COMMAND_PRIORITY_LOW, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import type { ArticleId } from '../../shared/domain/article'
import { $createFigureNode } from '../../shared/features/figure'
import { useDesk } from '../app/DeskContext'
import { importInto } from '../state/actions/importing'
import { report } from '../state/problem'
import { addPicture } from './choosePicture'

/** Puts pictures that are dropped on the page where they fell, and imports documents that are. */
export function useDroppedFiles(editor: LexicalEditor, article: ArticleId): void {
  const desk = useDesk()
  const { client, stores } = desk
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
        // What is no document is refused with the reason, which is better than a drop that does nothing.
        const documents = files.filter((file) => !pictures.includes(file))
        if (pictures.length > 0 && editor.isEditable()) {
          add(pictures).catch((error: unknown) => report(stores.notices, 'picture', error))
        }
        // A document is an article of its own, wherever on the page it falls.
        if (documents.length > 0) void importInto(desk, documents)
        return pictures.length + documents.length > 0
      },
      COMMAND_PRIORITY_LOW,
    )
  }, [editor, article, client, desk, stores])
}
