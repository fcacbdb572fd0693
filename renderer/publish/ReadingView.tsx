import { Maximize, Minimize, X } from 'lucide-react'
import { useEffect } from 'react'
import { useArticle, useLayout } from '../app/DeskContext'
import { openLink } from '../preview/openLink'
import { Preview } from '../preview/Preview'
import { usePictures } from '../preview/usePictures'
import type { ArticleSession } from '../state/articleSession'
import { Dialog } from '../ui/Dialog'
import { useFullScreen } from '../ui/fullScreen'
import styles from './ReadingView.module.css'
import { usePageStyle } from './usePageStyle'

/** The article alone, as wide as the window: to be read as its readers will read it. */
export function ReadingView({ onClose }: { onClose(): void }) {
  const session = useArticle((state) => state.session)
  const screen = useFullScreen()
  const Icon = screen.isFull ? Minimize : Maximize
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
      <div className={styles.tools}>
        <button
          type="button"
          aria-label="Full screen"
          title="Full screen"
          aria-pressed={screen.isFull}
          onClick={screen.toggle}
        >
          <Icon size={17} strokeWidth={1.75} aria-hidden />
        </button>
        <button
          type="button"
          aria-label="Back to the desk"
          title="Back to the desk"
          onClick={onClose}
        >
          <X size={17} strokeWidth={1.75} aria-hidden />
        </button>
      </div>
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
