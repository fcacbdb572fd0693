import { basename, dirname } from 'node:path'
import type { Revision } from '../../../shared/domain/article'
import type { DiskCalls, DiskStats } from './diskCalls'
import {
  discard,
  expectRevision,
  type Ownership,
  openFolder,
  passingName,
  renameHeld,
  writeNew,
} from './durableWrite'
import { READ_FLAGS, readBytes } from './openedFile'
import type { RevisionOf } from './revisions'
import { hold } from './saveLock'

interface Replacing {
  readonly expected: Revision
  readonly ownership: Ownership
  readonly tell: RevisionOf
}

/**
 * Puts a complete file in the place of another: whoever looks sees the old bytes or the new ones.
 * The target is read again right before, so that what another program wrote meanwhile is not lost.
 * Most of what a save costs beyond writing is waiting for one call after the other: what does not
 * need the result of the one before is asked for together with it.
 */
export async function replaceByRename(
  disk: DiskCalls,
  target: string,
  bytes: Uint8Array,
  { expected, ownership, tell }: Replacing,
): Promise<DiskStats> {
  const folder = dirname(target)
  const passing = passingName(folder, 'tmp')
  const [made, looking, opened] = await Promise.allSettled([
    writeNew(disk, passing, bytes, ownership),
    openLook(disk, target),
    openFolder(disk, folder),
  ])
  const look = valueIn(looking)
  const directory = valueIn(opened)
  let release: (() => Promise<void>) | null = null
  try {
    if (made.status === 'rejected') throw made.reason
    const [closed, held] = await Promise.allSettled([made.value.close(), hold(disk, target)])
    release = valueIn(held)
    if (closed.status === 'rejected') throw closed.reason
    if (held.status === 'rejected') throw held.reason
    if (opened.status === 'rejected') throw opened.reason
    if (look === null || !(await look.shows(expected, tell))) {
      await expectRevision(disk, target, expected, tell)
    }
    // An open file is in a rename's way there.
    if (process.platform === 'win32') await look?.close()
    await renameHeld(disk, passing, target)
  } catch (error) {
    await Promise.all([release?.(), look?.close(), directory?.close().catch(() => undefined)])
    if (made.status === 'fulfilled') await discard(disk, passing)
    throw error
  }
  const [synced, stats] = await Promise.allSettled([
    directory?.sync(),
    disk.stat(target),
    release?.(),
    look?.close(),
  ])
  if (synced.status === 'rejected') throw synced.reason
  if (stats.status === 'rejected') throw stats.reason
  return stats.value
}

function valueIn<T>(result: PromiseSettledResult<T>): T | null {
  return result.status === 'fulfilled' ? result.value : null
}

interface Look {
  /** Whether the file of that name is the one that was opened, and holds what is expected at this moment. */
  shows(expected: Revision, tell: RevisionOf): Promise<boolean>
  close(): Promise<void>
}

/** Opens the file that is to be replaced, for a last look at it later. */
async function openLook(disk: DiskCalls, target: string): Promise<Look> {
  const handle = await disk.open(target, READ_FLAGS)
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close().catch(() => undefined)
    isOpen = false
  }
  let opened: DiskStats
  try {
    opened = await handle.stat()
  } catch (error) {
    await close()
    throw error
  }
  return {
    close,
    async shows(expected, tell) {
      try {
        const [now, bytes] = await Promise.all([
          disk.stat(target),
          readBytes(handle, {
            name: basename(target),
            expected: opened.size,
            maxBytes: Number.POSITIVE_INFINITY,
          }),
        ])
        return now.ino === opened.ino && now.dev === opened.dev && tell(bytes) === expected
      } catch {
        // Whoever asks looks anew, and hears of it if that fails, too.
        return false
      }
    },
  }
}
