import { type RefObject, useEffect, useRef, useState } from 'react'
import { createPictures, type Pictures } from '../../editor/pictures'
import { Preview, type PreviewHandle } from '../../preview/Preview'
import type { ArticleSession } from '../../state/articleSession'
import { useArticle, useDesk, useLayout } from '../DeskContext'
import styles from './PreviewPane.module.css'

/** The open article as its readers will have it. */
export function PreviewPane() {
  const session = useArticle((state) => state.session)
  return (
    <aside className={styles.pane} data-pane="preview" aria-label="Preview">
      {session === null ? (
        <p className={styles.nothing}>The preview of an open article stands here.</p>
      ) : (
        <SessionPreview key={session.id} session={session} />
      )}
    </aside>
  )
}

function SessionPreview({ session }: { readonly session: ArticleSession }) {
  const pictures = usePictures(session)
  const theme = useLayout((state) => state.theme)
  const preview = useRef<PreviewHandle>(null)
  useLevel(session, preview)
  if (pictures === null) return null
  return (
    <Preview
      ref={preview}
      source={session}
      pictures={pictures}
      theme={theme}
      onOpenLink={openLink}
      onScroll={session.scrolling.scrollTo}
    />
  )
}

/** Time for a preview to be drawn as far as the page was scrolled; it does not say when it is. */
const DRAWN_MS = 400

/** Keeps the preview level with the page, also when it is shown in the middle of an article. */
function useLevel(session: ArticleSession, preview: RefObject<PreviewHandle | null>): void {
  const { clock } = useDesk()
  useEffect(() => {
    const { scrolling } = session
    const cancel = clock.after(DRAWN_MS, () => {
      const place = scrolling.place()
      if (place !== null) preview.current?.scrollTo(place)
    })
    const stop = scrolling.onScroll((place) => preview.current?.scrollTo(place))
    return () => {
      cancel()
      stop()
    }
  }, [session, preview, clock])
}

/** The article's pictures, for as long as it is shown here. */
function usePictures({ id }: ArticleSession): Pictures | null {
  const { client } = useDesk()
  const [pictures, setPictures] = useState<Pictures | null>(null)
  useEffect(() => {
    const created = createPictures(client, id)
    setPictures(created)
    return () => created.dispose()
  }, [client, id])
  return pictures
}

/** Web addresses go to the system's browser (Electron's window hands them over); others go nowhere. */
function openLink(url: string): void {
  if (/^(?:https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
}
