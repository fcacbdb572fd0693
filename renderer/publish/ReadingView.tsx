import { Minimize2 } from 'lucide-react'
import { useEffect } from 'react'
import { useArticle, useLayout } from '../app/DeskContext'
import { openLink } from '../preview/openLink'
import { Preview } from '../preview/Preview'
import { usePictures } from '../preview/usePictures'
import type { ArticleSession } from '../state/articleSession'
import { Dialog } from '../ui/Dialog'
import styles from './ReadingView.module.css'
import { usePageStyle } from './usePageStyle'

/** The article alone, as wide as the window: to be read as its readers will read it. */
export function ReadingView({ onClose }: { onClose(): void }) {
  const session = useArticle((state) => state.session)
  useEffect(() => {
    // Pressed in the page's frame, the key does not reach the dialog by itself.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onClose])
  return (
    <Dialog title="Reading view" onClose={onClose} size="full" bare>
      <button
        type="button"
        className={styles.close}
        aria-label="Back to the desk"
        onClick={onClose}
      >
        <Minimize2 size={17} strokeWidth={1.75} aria-hidden />
      </button>
      {session === null ? null : <Page session={session} onClose={onClose} />}
    </Dialog>
  )
}

function Page({ session, onClose }: { readonly session: ArticleSession; onClose(): void }) {
  const pictures = usePictures(session.id)
  const style = usePageStyle()
  const theme = useLayout((state) => state.theme)
  if (pictures === null) return null
  return (
    <div className={styles.page}>
      <Preview
        title="Reading view"
        source={session}
        pictures={pictures}
        theme={theme}
        style={style}
        onOpenLink={openLink}
        onBlockClick={(key) => {
          onClose()
          session.jumpTo(key, '')
        }}
      />
    </div>
  )
}
