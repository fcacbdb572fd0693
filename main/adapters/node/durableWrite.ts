import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { DiskCalls, DiskHandle, DiskStats } from './diskCalls'
import { codeOf } from './diskErrors'
import { readWhole, revisionOf } from './openedFile'
import type { RevisionOf } from './revisions'

/** Whether a file outlasts a power loss at once, or when it is synced with others. */
export type Lasting = 'now' | 'later'

/** What a file keeps when its bytes are replaced. */
export type Ownership = Pick<DiskStats, 'mode' | 'uid' | 'gid'>

/** A name for a file of ours that exists for a moment; short, since the target's own may be as long as names get. */
export function passingName(directory: string, ending: 'tmp' | 'bak'): string {
  const unique = `${process.pid.toString(36)}-${randomBytes(6).toString('hex')}`
  return join(directory, `.galley-${unique}.${ending}`)
}

/** One `write` may take only a part, on a nearly full disk for one: what it took is counted. */
export async function writeAll(handle: DiskHandle, bytes: Uint8Array): Promise<void> {
  for (let offset = 0; offset < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.length - offset, offset)
    if (bytesWritten === 0) throw Object.assign(new Error('nothing was written'), { code: 'EIO' })
    offset += bytesWritten
  }
}

/** Makes sure that the bytes are on the disk, and all of them. */
export async function settle(handle: DiskHandle, length: number): Promise<DiskStats> {
  await handle.sync()
  return expectLength(handle, length)
}

async function expectLength(handle: DiskHandle, length: number): Promise<DiskStats> {
  const stats = await handle.stat()
  if (stats.size !== length) {
    throw Object.assign(new Error('the file is cut short'), { code: 'EIO' })
  }
  return stats
}

/** Writes a file of a name nobody has; what is returned is complete and on the disk, and still open. */
export async function writeNew(
  disk: DiskCalls,
  path: string,
  bytes: Uint8Array,
  ownership?: Ownership,
  lasting: Lasting = 'now',
): Promise<DiskHandle> {
  // `wx`: a file or link planted under this name is not written through.
  const handle = await disk.open(path, 'wx', ownership ? ownership.mode & 0o777 : 0o666)
  try {
    // While it is empty: nobody reads in it what they could not read in the file.
    if (ownership && !isOurs(ownership)) await takeOver(handle, ownership, await handle.stat())
    await writeAll(handle, bytes)
    const made = await (lasting === 'now' ? settle : expectLength)(handle, bytes.length)
    // It was made with no more rights than the file has; a mask or the folder may have changed them.
    if (ownership && (await takeOver(handle, ownership, made))) await handle.sync()
    return handle
  } catch (error) {
    await handle.close().catch(() => undefined)
    await discard(disk, path)
    throw error
  }
}

/** Writes a file of a name nobody has, complete and, unless it is synced later, on the disk. */
export async function writePassing(
  disk: DiskCalls,
  path: string,
  bytes: Uint8Array,
  lasting: Lasting = 'now',
): Promise<void> {
  const handle = await writeNew(disk, path, bytes, undefined, lasting)
  try {
    await handle.close()
  } catch (error) {
    await discard(disk, path)
    throw error
  }
}

function isOurs({ uid, gid }: Ownership): boolean {
  return uid === process.geteuid?.() && gid === process.getegid?.()
}

/** Gives a new file what the old one has; `true` where there was something to give. */
async function takeOver(
  handle: DiskHandle,
  { mode, uid, gid }: Ownership,
  own: DiskStats,
): Promise<boolean> {
  // Before the mode: a change of owner takes away what the mode may grant.
  const isForeign = own.uid !== uid || own.gid !== gid
  if (isForeign) await handle.chown(uid, gid)
  const isOther = isForeign || (own.mode & 0o7777) !== (mode & 0o7777)
  if (isOther) await handle.chmod(mode & 0o7777)
  return isOther
}

/** Takes a passing file away; where that fails, the next start does it. */
export async function discard(disk: DiskCalls, path: string): Promise<void> {
  await disk.unlink(path).catch(() => undefined)
}

const UNSYNCABLE = new Set([
  'EACCES',
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
  'EISDIR',
  'EBADF',
  'ENOSYS',
])

/** Makes a name's change durable; some file systems, and Windows, offer no such thing. */
export async function syncFolder(disk: DiskCalls, folder: string): Promise<void> {
  await (await openFolder(disk, folder)).sync()
}

/** A folder that is opened before its names change, so that only the syncing is left for afterwards. */
export async function openFolder(
  disk: DiskCalls,
  folder: string,
): Promise<{ sync(): Promise<void>; close(): Promise<void> }> {
  const nothing = { sync: async () => undefined, close: async () => undefined }
  if (process.platform === 'win32') return nothing
  const tolerate = (error: unknown): void => {
    if (!UNSYNCABLE.has(codeOf(error))) throw error
  }
  let handle: DiskHandle
  try {
    // A folder that may be written to and not be read cannot be opened.
    handle = await disk.open(folder, constants.O_RDONLY)
  } catch (error) {
    tolerate(error)
    return nothing
  }
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close()
    isOpen = false
  }
  return {
    close,
    async sync() {
      try {
        try {
          await handle.sync()
        } finally {
          await close()
        }
      } catch (error) {
        tolerate(error)
      }
    },
  }
}

const HELD = new Set(['EPERM', 'EACCES', 'EBUSY'])
const PAUSES_MS = [20, 60, 150, 350, 700]

/** Renames; a scanner or a sync program may hold either file for a moment. */
export async function renameHeld(disk: DiskCalls, from: string, to: string): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await disk.rename(from, to)
    } catch (error) {
      if (!HELD.has(codeOf(error))) throw error
    }
    await sleep(pause)
  }
  return disk.rename(from, to)
}

/** Fails with `conflict` unless the file still holds the bytes of `expected`. */
export async function expectRevision(
  disk: DiskCalls,
  file: string,
  expected: Revision,
  tell: RevisionOf = revisionOf,
): Promise<{ readonly bytes: Uint8Array; readonly stats: DiskStats }> {
  const name = basename(file)
  let theirs: Revision | null = null
  try {
    const found = await readWhole(disk, file, { name, maxBytes: Number.POSITIVE_INFINITY })
    theirs = tell(found.bytes)
    if (theirs === expected) return found
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  const what = theirs === null ? 'was deleted or moved' : 'was changed by another program'
  throw new AppError(
    'conflict',
    `“${name}” ${what} since it was opened, so it was left as it is.`,
    {
      theirs,
    },
  )
}

const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'])

/** Whether a failed `link` means that this disk has no hard links. */
export function hasNoLinks(error: unknown): boolean {
  return LINKLESS.has(codeOf(error))
}
