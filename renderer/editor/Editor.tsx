import { LexicalExtensionEditorComposer } from '@lexical/react/LexicalExtensionEditorComposer'
import { useEffect, useState } from 'react'
import { splitArticle } from '../../shared/article'
import { openReviewed, type ReviewedDocument } from '../../shared/document/reviewedDocument'
import { cleanText } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import type { EditorProps } from '../state/articleSession'
import { announce } from '../state/noticesStore'
import { reviewerOf } from '../state/people'
import { editorExtensions } from './extensions'
import { Page } from './Page'
import { parseBody } from './parseBody'
import { createPictures, type Pictures, PicturesContext } from './pictures'

interface Loaded {
  readonly document: ReviewedDocument
  readonly pictures: Pictures
}

/** The page: one article, loaded into an editor of its own. */
export function Editor(props: EditorProps) {
  const { opened } = props
  const { client, stores } = useDesk()
  const [loaded, setLoaded] = useState<Loaded | null>(null)

  useEffect(() => {
    const abort = new AbortController()
    let current: Loaded | null = null
    void parseBody(splitArticle(cleanText(opened.text, 'accepted')).body, abort.signal).then(
      (tree) => {
        if (abort.signal.aborted) return
        const document = openReviewed({
          text: opened.text,
          tree,
          extensions: editorExtensions,
          review: {
            reviewer: () => reviewerOf(stores.layout.getState()),
            now: () => new Date(),
            onUnwritable: () =>
              announce(
                stores.notices,
                'Your last change cannot be written as a suggestion. It is saved as a plain edit; undo it to keep the original as it was.',
              ),
            ...(opened.readOnly === undefined ? {} : { readOnly: opened.readOnly }),
          },
          onError: (error) => announce(stores.notices, `The editor stumbled: ${error.message}`),
        })
        current = { document, pictures: createPictures(client, opened.summary.id) }
        setLoaded(current)
      },
      () => undefined,
    )
    return () => {
      abort.abort()
      setLoaded(null)
      current?.pictures.dispose()
      current?.document.dispose()
    }
  }, [client, opened, stores])

  if (loaded === null) return null
  return (
    <PicturesContext value={loaded.pictures}>
      <LexicalExtensionEditorComposer initialEditor={loaded.document.editor}>
        <Page {...props} document={loaded.document} />
      </LexicalExtensionEditorComposer>
    </PicturesContext>
  )
}
