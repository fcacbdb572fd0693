import { isArticleName } from '../../../shared/domain/fileName'
import type { FilePath, ListFilter } from '../../ports/fileStore'

/** What of a folder is the library: articles, and folders that no program keeps for itself. */
export const shownInLibrary: ListFilter = {
  acceptsFile: isArticleName,
  acceptsFolder: (name) => !name.startsWith('.') && name !== 'node_modules',
}

/** Whether a path is in the part of a folder that is the library; its last part may be any file. */
export function isShown(path: FilePath): boolean {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  return !name.startsWith('.') && parts.every(shownInLibrary.acceptsFolder)
}
