import { PASTE_TAG, UNDO_COMMAND } from 'lexical'
import { useEffect } from 'react'
import type { ArticleDocument } from '../../../shared/document/articleDocument'
import { $insertMarkdown, structuredText } from '../../../shared/document/paste'
import type { ArticleId } from '../../../shared/domain/article'
import { piecesOf, type Structure } from '../../../shared/text/structure'
import { useDesk } from '../../app/DeskContext'
import { showDialog } from '../../state/dialogStore'
import { announce, tell, warn } from '../../state/noticesStore'
import { problemOf } from '../../state/problem'
import { addPicture } from '../choosePicture'
import { registerPaste } from './registerPaste'

/** Puts a structure in the place of the plain text that was just pasted, so that both are one step of undo. */
function applyStructure(
  document: ArticleDocument,
  structure: Structure,
  declined: ReadonlySet<number>,
): void {
  const { editor } = document
  const { title, standfirst, byline, markdown } = structuredText(piecesOf(structure, declined))
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  // After the undo is done with: in one go with it, the history would take both for the undo.
  queueMicrotask(() => editor.update(() => $insertMarkdown(markdown), { tag: PASTE_TAG }))
  if (title !== '') document.setField('title', title)
  if (standfirst !== '') document.setField('standfirst', standfirst)
  if (byline !== '') document.setKey('author', byline)
}

/** Has the page take what is pasted into it. */
export function usePaste(document: ArticleDocument, article: ArticleId): void {
  const { client, stores } = useDesk()
  useEffect(
    () =>
      registerPaste(document.editor, {
        addPicture: (file) =>
          addPicture(client, article, file).then(
            ({ src }) => src,
            (error: unknown) => {
              const text = `A pasted picture was not added. ${problemOf(error)}`
              warn(stores.notices, { key: 'paste-picture', text })
              return null
            },
          ),
        offerStructure(structure) {
          showDialog(stores.dialog, {
            kind: 'structure',
            structure,
            hasHeadline: document.field('title') !== '' || document.fieldsLocked !== undefined,
            onAccept: (declined) => applyStructure(document, structure, declined),
          })
        },
        tell({ dropped }) {
          announce(stores.notices, 'Pasted.')
          const left = dropped['picture without its file'] ?? 0
          if (left === 0) return
          const text = `${left === 1 ? 'A picture stayed' : `${left} pictures stayed`} in the program that you copied from. Paste ${left === 1 ? 'it' : 'each'} by itself to have it here.`
          tell(stores.notices, { key: 'paste-left', text })
        },
      }),
    [article, client, document, stores],
  )
}
