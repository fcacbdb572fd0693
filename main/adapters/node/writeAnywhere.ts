import { mkdir, realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { FileStore, Root } from '../../ports/fileStore'
import { diskError } from './diskErrors'

/** Writes where a person pointed at, as carefully as an article is saved; what has the name is replaced. */
export async function writeAnywhere(
  files: FileStore,
  target: string,
  bytes: Uint8Array,
): Promise<void> {
  const name = basename(target)
  const root = await folderOf(target)
  const there = await files.stat(root, name)
  if (there === null) {
    await files.create(root, name, bytes)
    return
  }
  if (there.isFolder) throw new AppError('invalid', `“${target}” is a folder`)
  const { revision } = await files.read(root, name, { maxBytes: Number.POSITIVE_INFINITY })
  await files.replace(root, name, bytes, revision)
}

async function folderOf(target: string): Promise<Root> {
  try {
    await mkdir(dirname(target), { recursive: true })
    return (await realpath(dirname(target))) as Root
  } catch (error) {
    throw diskError(error, basename(dirname(target)))
  }
}
