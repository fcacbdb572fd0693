import { useDesk } from '../app/DeskContext'
import { openLibrary } from '../state/actions/libraryOpening'
import { Dialog } from '../ui/Dialog'
import { FolderBrowser } from './FolderBrowser'
import { RecentLibraries } from './RecentLibraries'

/** Chooses another library in the page. */
export function OpenLibraryDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  return (
    <Dialog title="Open a folder" onClose={onClose} size="wide">
      <RecentLibraries />
      <FolderBrowser
        verb="Open this folder"
        onChoose={(folder) => void openLibrary(desk, folder)}
      />
    </Dialog>
  )
}
