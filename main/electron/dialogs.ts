import { basename } from 'node:path'
import { EXPORT_FORMATS, type ExportFormat } from '../../shared/domain/exports'
import { writeAnywhere } from '../adapters/node/writeAnywhere'
import type { FileStore } from '../ports/fileStore'
import type { Folders } from '../ports/folders'
import type { Dialogs } from '../ports/host'
import type { ElectronApi } from './electronApi'

const EXTENSIONS: Readonly<Record<ExportFormat, string[]>> = {
  html: ['html', 'htm'],
  markdown: ['md', 'markdown'],
  docx: ['docx'],
  pdf: ['pdf'],
  epub: ['epub'],
  text: ['txt'],
}

/** The system's own dialogs. */
export function createDialogs(
  { dialog }: Pick<ElectronApi, 'dialog'>,
  { files, folders }: { readonly files: FileStore; readonly folders: Folders },
): Dialogs {
  return {
    async chooseFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Open a folder of articles',
        buttonLabel: 'Open',
        properties: ['openDirectory', 'createDirectory'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },

    async chooseSavePlace({ folder, fileName, kind }) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Export',
        defaultPath: folders.child(folder, fileName),
        filters: [{ name: EXPORT_FORMATS[kind].label, extensions: EXTENSIONS[kind] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || filePath === '') return null
      return {
        displayPath: folders.display(filePath),
        fileName: basename(filePath),
        write: (bytes) => writeAnywhere(files, filePath, bytes),
      }
    },
  }
}
