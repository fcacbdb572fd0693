import { dirname, isAbsolute } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { FilePath, Root } from '../../ports/fileStore'
import { nameOf, resolveEntry } from './containment'
import type { DiskCalls, DiskStats } from './diskCalls'
import { codeOf, diskError } from './diskErrors'
import { hasNoLinks, renameHeld, syncFolder } from './durableWrite'

/**
 * Renames a file and overwrites nothing. A second name is made and the first one taken away, because
 * `rename` would silently replace what another program put there after we looked.
 */
export async function moveFile(
  disk: DiskCalls,
  root: Root,
  from: FilePath,
  to: FilePath,
): Promise<void> {
  const source = await resolveEntry(disk, root, from)
  const target = await resolveEntry(disk, root, to)
  if (source.file === target.file) return
  const stats = await statEntry(disk, source.file, source.name)
  const link = await linkTarget(disk, source.file, stats)
  if (link !== null && !isAbsolute(link) && source.folder !== target.folder) {
    throw new AppError(
      'invalid',
      `“${source.name}” is a link to “${link}”; move the file that it leads to instead.`,
    )
  }
  try {
    if (await isSameName(disk, stats, target.file)) {
      // Only the case differs, on a disk that takes both for one name.
      await renameHeld(disk, source.file, target.file)
    } else if (link === null) {
      await linkAndUnlink(disk, source.file, target.file)
    } else {
      await renameIfFree(disk, source.file, target.file)
    }
    await syncFolder(disk, target.folder)
    if (source.folder !== target.folder) await syncFolder(disk, source.folder)
  } catch (error) {
    const isTaken = codeOf(error) === 'EEXIST'
    throw diskError(error, isTaken ? nameOf(root, to) : nameOf(root, from))
  }
}

async function statEntry(disk: DiskCalls, file: string, name: string): Promise<DiskStats> {
  try {
    return await disk.lstat(file)
  } catch (error) {
    throw diskError(error, name)
  }
}

async function linkTarget(disk: DiskCalls, file: string, stats: DiskStats): Promise<string | null> {
  return stats.isSymbolicLink() ? disk.readlink(file) : null
}

/** Whether a new name already leads to the same entry, though no second name was given to the file. */
async function isSameName(disk: DiskCalls, source: DiskStats, target: string): Promise<boolean> {
  const found = await disk.lstat(target).catch(() => null)
  if (found === null) return false
  return found.ino === source.ino && found.dev === source.dev && source.nlink === 1
}

async function linkAndUnlink(disk: DiskCalls, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    return renameIfFree(disk, from, to)
  }
  // A power loss may keep the second of two changes and not the first: the new name must be there.
  await syncFolder(disk, dirname(to))
  await disk.unlink(from)
}

async function renameIfFree(disk: DiskCalls, from: string, to: string): Promise<void> {
  const found = await disk.lstat(to).catch(() => null)
  if (found !== null) throw Object.assign(new Error('the name is taken'), { code: 'EEXIST' })
  await renameHeld(disk, from, to)
}
