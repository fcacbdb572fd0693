import { lazy, Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { MoveDialog } from '../../library/MoveDialog'
import { NewArticleDialog } from '../../library/NewArticleDialog'
import { OpenLibraryDialog } from '../../library/OpenLibraryDialog'
import { RenameDialog } from '../../library/RenameDialog'
import { NameDialog } from '../../review/NameDialog'
import { KeySheet } from '../../settings/KeySheet'
import { closeDialog } from '../../state/dialogStore'
import { CommandPalette } from '../commands/CommandPalette'
import type { Command } from '../commands/command'
import { useDesk } from '../DeskContext'
import { catchFocus } from '../panes'
import { UnsavedDialog } from './UnsavedDialog'

// These bring what reads and writes articles with them, which the desk's first screen can do without.
const ImportedDialog = lazy(async () => ({
  default: (await import('../../importing/ImportedDialog')).ImportedDialog,
}))
const StructureDialog = lazy(async () => ({
  default: (await import('../../importing/StructureDialog')).StructureDialog,
}))
const ExportDialog = lazy(async () => ({
  default: (await import('../../publish/ExportDialog')).ExportDialog,
}))
const ReturnedDialog = lazy(async () => ({
  default: (await import('../../review/ReturnedDialog')).ReturnedDialog,
}))
const SettingsDialog = lazy(async () => ({
  default: (await import('../../settings/SettingsDialog')).SettingsDialog,
}))
const LostDialog = lazy(async () => ({
  default: (await import('./LostDialog')).LostDialog,
}))

const ReadingView = lazy(async () => ({
  default: (await import('../../publish/ReadingView')).ReadingView,
}))

const ExportManyDialog = lazy(async () => ({
  default: (await import('../../publish/ExportManyDialog')).ExportManyDialog,
}))

const CompareDialog = lazy(async () => ({
  default: (await import('../../compare/CompareDialog')).CompareDialog,
}))

interface DialogsProps {
  readonly commands: readonly Command[]
}

/** Whichever dialog is open. */
export function Dialogs({ commands }: DialogsProps) {
  const desk = useDesk()
  const kind = useStore(desk.stores.dialog, ({ dialog }) => dialog.kind)
  // What had the keyboard before a dialog may have gone by what was done in it.
  useEffect(() => (kind === 'none' ? undefined : () => catchFocus(desk)), [desk, kind])
  return (
    <Suspense>
      <OpenDialog commands={commands} />
    </Suspense>
  )
}

function OpenDialog({ commands }: DialogsProps) {
  const { stores } = useDesk()
  const dialog = useStore(stores.dialog, (state) => state.dialog)
  const close = () => closeDialog(stores.dialog)
  switch (dialog.kind) {
    case 'none':
      return null
    case 'palette':
      return <CommandPalette commands={commands} shows={dialog.shows} onClose={close} />
    case 'new':
      return <NewArticleDialog folder={dialog.folder} onClose={close} />
    case 'rename':
      return <RenameDialog article={dialog.article} onClose={close} />
    case 'move':
      return <MoveDialog article={dialog.article} onClose={close} />
    case 'openLibrary':
      return <OpenLibraryDialog onClose={close} />
    case 'export':
      return <ExportDialog article={dialog.article} format={dialog.format} onClose={close} />
    case 'reading':
      return (
        <Suspense>
          <ReadingView onClose={close} />
        </Suspense>
      )
    case 'exportMany':
      return (
        <Suspense>
          <ExportManyDialog onClose={close} />
        </Suspense>
      )
    case 'unsaved':
      return <UnsavedDialog question={dialog} />
    case 'lost':
      return <LostDialog onClose={close} />
    case 'structure':
      return (
        <StructureDialog
          structure={dialog.structure}
          hasHeadline={dialog.hasHeadline}
          onAccept={dialog.onAccept}
          onDecline={dialog.onDecline}
          onClose={close}
        />
      )
    case 'imported':
      return (
        <ImportedDialog
          fileName={dialog.fileName}
          articles={dialog.articles}
          failures={dialog.failures}
          onClose={close}
        />
      )
    case 'compare':
      return <CompareDialog before={dialog.before} after={dialog.after} onClose={close} />
    case 'returned':
      return <ReturnedDialog onClose={close} />
    case 'name':
      return <NameDialog then={dialog.then} onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'keys':
      return <KeySheet commands={commands} onClose={close} />
  }
}
