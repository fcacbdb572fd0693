import { AppError } from '../../../shared/api/errors'
import type { FileStore, ListFilter, Root } from '../../ports/fileStore'

const MAX_SAMPLE_BYTES = 25 * 1024 * 1024

const everySample: ListFilter = {
  acceptsFile: (name) => !name.startsWith('.'),
  acceptsFolder: (name) => !name.startsWith('.'),
}

/** Copies the sample articles with their pictures; a file that is there already stays as it is. */
export async function copySamples(files: FileStore, from: Root, to: Root): Promise<void> {
  const { folders, files: found } = await files.list(from, everySample)
  for (const folder of folders) await files.makeFolder(to, folder)
  for (const { path } of found) {
    const { bytes } = await files.read(from, path, { maxBytes: MAX_SAMPLE_BYTES })
    try {
      await files.create(to, path, bytes)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
    }
  }
}
