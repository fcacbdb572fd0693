import { useStore } from 'zustand'
import { ImportedDialog } from '../../importing/ImportedDialog'
import { StructureDialog } from '../../importing/StructureDialog'
import { MoveDialog } from '../../library/MoveDialog'
import { NewArticleDialog } from '../../library/NewArticleDialog'
import { OpenLibraryDialog } from '../../library/OpenLibraryDialog'
import { RenameDialog } from '../../library/RenameDialog'
import { ExportDialog } from '../../publish/ExportDialog'
import { ReturnedDialog } from '../../review/ReturnedDialog'
import { KeySheet } from '../../settings/KeySheet'
import { SettingsDialog } from '../../settings/SettingsDialog'
import { closeDialog } from '../../state/dialogStore'
import { CommandPalette } from '../commands/CommandPalette'
import type { Command } from '../commands/command'
import { useDesk } from '../DeskContext'
import { LostDialog } from './LostDialog'
import { UnsavedDialog } from './UnsavedDialog'

/** Whichever dialog is open. */
export function Dialogs({ commands }: { readonly commands: readonly Command[] }) {
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
        <ImportedDialog fileName={dialog.fileName} articles={dialog.articles} onClose={close} />
      )
    case 'returned':
      return <ReturnedDialog onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'keys':
      return <KeySheet commands={commands} onClose={close} />
  }
}
