import { PASTE_TAG, UNDO_COMMAND } from 'lexical'
import { useEffect } from 'react'
import type { ArticleDocument } from '../../../shared/document/articleDocument'
import { type Converted, countsInWords } from '../../../shared/document/fromHtml'
import { $insertMarkdown, structuredText } from '../../../shared/document/paste'
import type { ArticleId } from '../../../shared/domain/article'
import { piecesOf, type Structure } from '../../../shared/text/structure'
import { useDesk } from '../../app/DeskContext'
import { showDialog } from '../../state/dialogStore'
import { announce, tell, warn } from '../../state/noticesStore'
import { problemOf } from '../../state/problem'
import { addPicture } from '../choosePicture'
import type { FieldSteps } from '../heads/fieldSteps'
import { registerPaste } from './registerPaste'

/** Puts a structure in the place of the plain text that was just pasted, so that both are one step of undo. */
function applyStructure(
  document: ArticleDocument,
  fields: FieldSteps,
  structure: Structure,
  declined: ReadonlySet<number>,
): void {
  const { editor } = document
  const { title, standfirst, byline, markdown } = structuredText(piecesOf(structure, declined))
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  // After the undo is done with: in one go with it, the history would take both for the undo.
  queueMicrotask(() =>
    editor.update(
      () => {
        $insertMarkdown(markdown)
        const read = { title, standfirst, author: byline }
        // What the text does not say stays as it is.
        fields.$set(Object.fromEntries(Object.entries(read).filter(([, text]) => text !== '')))
      },
      { tag: PASTE_TAG },
    ),
  )
}

/** What a paste was turned from that somebody may miss; fonts and colours are not worth a word. */
export function leftOut(dropped: Converted['dropped']): string {
  const { style: _, 'picture without its file': pictures = 0, ...others } = dropped
  const words = countsInWords(others)
  return [
    words === '' ? '' : `Left out of what was pasted: ${words}.`,
    pictures === 0
      ? ''
      : `${pictures === 1 ? 'A picture stayed' : `${pictures} pictures stayed`} in the program that you copied from. Paste ${pictures === 1 ? 'it' : 'each'} by itself to have it here.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Has the page take what is pasted into it. */
export function usePaste(document: ArticleDocument, fields: FieldSteps, article: ArticleId): void {
  const { client, stores } = useDesk()
  useEffect(() => {
    return registerPaste(document.editor, {
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
          onAccept: (declined) => applyStructure(document, fields, structure, declined),
        })
      },
      tell({ dropped }) {
        announce(stores.notices, 'Pasted.')
        const text = leftOut(dropped)
        if (text !== '') tell(stores.notices, { key: 'paste-left', text })
      },
    })
  }, [article, client, document, fields, stores])
}
