import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { GrowingFolder, OwnFile } from '../../ports/growingFolder'
import { type DiskCalls, type DiskHandle, nodeDisk } from './diskCalls'
import { codeOf, namingFile } from './diskErrors'
import { discard, passingName, renameHeld, settle, syncFolder, writeAll } from './durableWrite'
import { clearLeftover, isPassingName } from './leftovers'
import { READ_FLAGS } from './openedFile'
import { holding } from './saveLock'

export interface GrowingFolderWish {
  /** The folder that holds it; made when it is missing. */
  readonly parent: string
  /** The folders below it, the last one being the folder itself. */
  readonly path: readonly string[]
  readonly displayPath: string
  /** `person`: only the account's own programs may read it, and only one of them writes a file. */
  readonly belongsTo: 'person' | 'library'
  /** Files that lie in the first of the folders from the start on. */
  readonly beside?: Readonly<Record<string, string>>
}

const WRITE_FLAGS = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)

/** A folder of our own on the disk. A link in the place of one of its folders is never followed. */
export function createNodeGrowingFolder(
  { parent, path, displayPath, belongsTo, beside = {} }: GrowingFolderWish,
  disk: DiskCalls = nodeDisk,
): GrowingFolder {
  const isPrivate = belongsTo === 'person'
  const folder = join(parent, ...path)
  const fileMode = isPrivate ? 0o600 : 0o666
  const at = (name: string): string => join(folder, name)

  async function ensure(): Promise<void> {
    if (isPrivate) await fs.mkdir(parent, { recursive: true, mode: 0o700 })
    let made = parent
    for (const [depth, part] of path.entries()) {
      made = join(made, part)
      const isNew = await makeFolder(made, isPrivate ? 0o700 : 0o777)
      await expectFolder(made)
      if (!isNew) continue
      await syncFolder(disk, join(made, '..'))
      if (depth === 0) await putBeside(made)
    }
  }

  async function expectFolder(made: string): Promise<void> {
    const stats = await disk.lstat(made)
    if (!stats.isDirectory()) {
      throw new AppError('denied', `“${displayPath}” is a link or a file, so it is not used.`)
    }
    if (isPrivate && (stats.mode & 0o077) !== 0) await fs.chmod(made, 0o700)
  }

  async function putBeside(made: string): Promise<void> {
    for (const [name, text] of Object.entries(beside)) {
      await fs.writeFile(join(made, name), text, { flag: 'wx' }).catch(() => undefined)
    }
  }

  /** Work on a file that other processes may be at, too. */
  function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
    return isPrivate ? work() : holding(disk, at(name), work)
  }

  async function appendTo(name: string, bytes: Uint8Array, length: number): Promise<void> {
    const flags = length === 0 ? WRITE_FLAGS | constants.O_CREAT : WRITE_FLAGS
    const handle = await disk.open(at(name), flags, fileMode)
    try {
      const { size } = await handle.stat()
      if (size !== length) {
        throw new AppError('conflict', `“${name}” is not as it was left.`, { size })
      }
      try {
        await writeFrom(handle, bytes, length)
        await settle(handle, length + bytes.length)
      } catch (error) {
        // Half a record would hide all that follow it.
        await handle.truncate(length).catch(() => undefined)
        throw error
      }
    } finally {
      await handle.close()
    }
    if (length === 0) await syncFolder(disk, folder)
  }

  return {
    displayPath,

    async list() {
      const entries = await disk
        .readdir(folder, { withFileTypes: true })
        .catch((error: unknown) => {
          if (codeOf(error) === 'ENOENT') return []
          throw error
        })
      const found: OwnFile[] = []
      for (const entry of entries) {
        if (isPassingName(entry.name)) await clearLeftover(disk, at(entry.name)).catch(() => null)
        else {
          const stats = await disk.lstat(at(entry.name)).catch(() => null)
          if (!stats?.isFile()) continue
          found.push({ name: entry.name, size: stats.size, modified: Math.round(stats.mtimeMs) })
        }
      }
      return found
    },

    read: (name, range) =>
      namingFile(name, async () => {
        let handle: DiskHandle
        try {
          handle = await disk.open(at(name), READ_FLAGS)
        } catch (error) {
          if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null
          throw error
        }
        try {
          const { size } = await handle.stat()
          const from = Math.min(range?.from ?? 0, size)
          return await readFrom(handle, from, Math.min(range?.length ?? size, size - from))
        } finally {
          await handle.close()
        }
      }),

    append: (name, bytes, length) =>
      namingFile(name, async () => {
        if (length === 0) await ensure()
        await alone(name, () => appendTo(name, bytes, length))
      }),

    write: (name, bytes) =>
      namingFile(name, async () => {
        await ensure()
        const passing = passingName(folder, 'tmp')
        const handle = await disk.open(passing, 'wx', fileMode)
        try {
          try {
            await writeAll(handle, bytes)
            await settle(handle, bytes.length)
          } finally {
            await handle.close()
          }
          await alone(name, () => renameHeld(disk, passing, at(name)))
        } catch (error) {
          await discard(disk, passing)
          throw error
        }
        await syncFolder(disk, folder)
      }),

    remove: (name) =>
      namingFile(name, async () => {
        await disk.unlink(at(name)).catch((error: unknown) => {
          if (codeOf(error) !== 'ENOENT') throw error
        })
      }),
  }
}

async function makeFolder(path: string, mode: number): Promise<boolean> {
  try {
    await fs.mkdir(path, { mode })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function writeFrom(handle: DiskHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, start + done)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    done += bytesWritten
  }
}

async function readFrom(handle: DiskHandle, from: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, from + done)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return buffer.subarray(0, done)
}
