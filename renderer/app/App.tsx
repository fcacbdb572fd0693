import { useEffect } from 'react'
import { Welcome } from '../library/Welcome'
import { rememberPlace, saveNow } from '../state/actions/articleSaving'
import { refreshLibrary, reopenDesk } from '../state/actions/libraryOpening'
import { listen } from '../state/actions/listening'
import { loadSettings } from '../state/actions/settings'
import type { Desk } from '../state/desk'
import { TooltipProvider } from '../ui/Tooltip'
import { useCommandKeys, useCommands } from './commands/useCommands'
import { DeskContext, useLibrary } from './DeskContext'
import { Dialogs } from './dialogs/Dialogs'
import { ErrorBoundary } from './ErrorBoundary'
import { Banners } from './shell/Banners'
import { Notices } from './shell/Notices'
import { Shell } from './shell/Shell'
import { followAppearance } from './theme'

/** The whole window, on one desk. */
export function App({ desk }: { readonly desk: Desk }) {
  useEffect(() => followAppearance(desk.stores.layout, document.documentElement), [desk])
  useEffect(() => listen(desk), [desk])
  useEffect(() => {
    void loadSettings(desk).then(() => reopenDesk(desk))
  }, [desk])
  useEffect(() => watchWindow(desk), [desk])
  return (
    <ErrorBoundary
      what="Galley"
      rescue={() => desk.stores.article.getState().session?.text() ?? null}
    >
      <DeskContext value={desk}>
        <TooltipProvider delayDuration={500}>
          <Stage />
        </TooltipProvider>
      </DeskContext>
    </ErrorBoundary>
  )
}

function Stage() {
  const load = useLibrary((state) => state.load)
  switch (load.kind) {
    case 'starting':
      return null
    case 'none':
      return <FirstStart message={load.message} />
    case 'loading':
    case 'ready':
    case 'failed':
      return <Shell />
  }
}

function FirstStart({ message }: { readonly message: string | null }) {
  const commands = useCommands()
  useCommandKeys(commands)
  return (
    <>
      <Banners />
      <Welcome message={message} />
      <Notices />
      <Dialogs commands={commands} />
    </>
  )
}

/** Saves when the window goes out of sight, and asks before it goes away with words on it. */
function watchWindow(desk: Desk): () => void {
  const { stores } = desk
  const onHidden = () => {
    if (document.visibilityState !== 'hidden') return
    rememberPlace(desk)
    void saveNow(desk)
  }
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    const { autosave } = stores.article.getState()
    if (autosave !== null && autosave.state().kind !== 'clean') event.preventDefault()
  }
  // After an interruption the desk may have missed what happened to the files.
  const stopConnection = stores.connection.subscribe(({ connection }) => {
    if (connection === 'connected') void refreshLibrary(desk)
  })
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('beforeunload', onBeforeUnload)
  return () => {
    stopConnection()
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('beforeunload', onBeforeUnload)
  }
}
