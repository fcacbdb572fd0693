import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { DiskCalls, DiskHandle, DiskStats } from './diskCalls'
import { codeOf } from './diskErrors'
import { readWhole, revisionOf } from './openedFile'
import type { RevisionOf } from './revisions'
import { holding } from './saveLock'

/** What a file keeps when its bytes are replaced. */
type Ownership = Pick<DiskStats, 'mode' | 'uid' | 'gid'>

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
export async function settle(handle: DiskHandle, length: number): Promise<void> {
  await handle.sync()
  const { size } = await handle.stat()
  if (size !== length) throw Object.assign(new Error('the file is cut short'), { code: 'EIO' })
}

/** Writes a file of a name nobody has, complete and on the disk before its path is returned. */
export async function writePassing(
  disk: DiskCalls,
  path: string,
  bytes: Uint8Array,
  ownership?: Ownership,
): Promise<void> {
  // `wx`: a file or link planted under this name is not written through.
  const handle = await disk.open(path, 'wx', ownership ? ownership.mode & 0o777 : 0o666)
  try {
    // While it is empty: nobody reads in it what they could not read in the file.
    if (ownership) await takeOver(handle, ownership)
    await writeAll(handle, bytes)
    await settle(handle, bytes.length)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await discard(disk, path)
    throw error
  }
  try {
    await handle.close()
  } catch (error) {
    await discard(disk, path)
    throw error
  }
}

async function takeOver(handle: DiskHandle, { mode, uid, gid }: Ownership): Promise<void> {
  const own = await handle.stat()
  // Before the mode: a change of owner takes away what the mode may grant.
  const isForeign = own.uid !== uid || own.gid !== gid
  if (isForeign) await handle.chown(uid, gid)
  if (isForeign || (own.mode & 0o7777) !== (mode & 0o7777)) await handle.chmod(mode & 0o7777)
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
  if (process.platform === 'win32') return
  try {
    // A folder that may be written to and not be read cannot be opened; the change is made by now.
    const handle = await disk.open(folder, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!UNSYNCABLE.has(codeOf(error))) throw error
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

/**
 * Puts a complete file in the place of another: whoever looks sees the old bytes or the new ones.
 * The target is read again right before, so that what another program wrote meanwhile is not lost.
 */
export async function replaceByRename(
  disk: DiskCalls,
  target: string,
  bytes: Uint8Array,
  {
    expected,
    ownership,
    tell,
  }: {
    readonly expected: Revision
    readonly ownership: Ownership
    readonly tell: RevisionOf
  },
): Promise<void> {
  const folder = dirname(target)
  const passing = passingName(folder, 'tmp')
  await writePassing(disk, passing, bytes, ownership)
  try {
    await holding(disk, target, async () => {
      await expectRevision(disk, target, expected, tell)
      await renameHeld(disk, passing, target)
    })
  } catch (error) {
    await discard(disk, passing)
    throw error
  }
  await syncFolder(disk, folder)
}

const LINKLESS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV', 'EINVAL'])

/** Whether a failed `link` means that this disk has no hard links. */
export function hasNoLinks(error: unknown): boolean {
  return LINKLESS.has(codeOf(error))
}

/** Writes a new file: its name appears with all of its bytes, and never in the place of another. */
export async function createWhole(
  disk: DiskCalls,
  target: string,
  bytes: Uint8Array,
): Promise<void> {
  const folder = dirname(target)
  const passing = passingName(folder, 'tmp')
  await writePassing(disk, passing, bytes)
  try {
    await disk.link(passing, target)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    await writePassing(disk, target, bytes)
  } finally {
    await discard(disk, passing)
  }
  await syncFolder(disk, folder)
}
