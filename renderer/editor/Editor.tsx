import { LexicalExtensionEditorComposer } from '@lexical/react/LexicalExtensionEditorComposer'
import { useEffect, useState } from 'react'
import { splitArticle } from '../../shared/article'
import { type ArticleDocument, openArticle } from '../../shared/document/articleDocument'
import { useDesk } from '../app/DeskContext'
import type { EditorProps } from '../state/articleSession'
import { announce } from '../state/noticesStore'
import { editorExtensions } from './extensions'
import { Page } from './Page'
import { parseBody } from './parseBody'
import { createPictures, type Pictures, PicturesContext } from './pictures'

interface Loaded {
  readonly document: ArticleDocument
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
    void parseBody(splitArticle(opened.text).body, abort.signal).then(
      (tree) => {
        if (abort.signal.aborted) return
        const document = openArticle({
          text: opened.text,
          tree,
          extensions: editorExtensions,
          onError: (error) => announce(stores.notices, `The editor stumbled: ${error.message}`),
        })
        if (opened.readOnly !== undefined) document.editor.setEditable(false)
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
