import { AppError } from '../../shared/api/errors'
import { resolveEntry } from '../adapters/node/containment'
import { nodeDisk } from '../adapters/node/diskCalls'
import type { SystemTrash } from '../ports/host'
import type { ElectronApi } from './electronApi'

/** The desktop's trash; where a disk has none the article stays. */
export function createSystemTrash({ shell }: Pick<ElectronApi, 'shell'>): SystemTrash {
  return {
    async discard(root, path) {
      const { file, name } = await resolveEntry(nodeDisk, root, path)
      try {
        await shell.trashItem(file)
      } catch {
        throw new AppError(
          'unavailable',
          `“${name}” could not be moved to the trash, so it was left where it is.`,
        )
      }
    },
  }
}
