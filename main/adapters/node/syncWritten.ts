import { constants } from 'node:fs'
import { basename, join } from 'node:path'
import type { FilePath, Root } from '../../ports/fileStore'
import { partsOf, resolveFile } from './containment'
import type { DiskCalls, DiskHandle } from './diskCalls'
import { codeOf, namingFile } from './diskErrors'
import { syncFolder } from './durableWrite'

/** How many files are synced at the same time: the disk takes together what they wait for. */
const AT_ONCE = 8
const NO_WRITING = new Set(['EACCES', 'EPERM', 'EROFS'])

/** A system may sync only what is open for writing, and a person may have locked a file. */
async function openToSync(disk: DiskCalls, file: string): Promise<DiskHandle> {
  try {
    return await disk.open(file, 'r+')
  } catch (error) {
    if (!NO_WRITING.has(codeOf(error))) throw error
    return disk.open(file, constants.O_RDONLY)
  }
}

/** One that somebody has taken away meanwhile needs no syncing. */
async function syncFile(disk: DiskCalls, file: string): Promise<void> {
  const handle = await openToSync(disk, file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
    return null
  })
  if (handle === null) return
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The folders of these files and those that they are in, each once, the deepest first. */
function foldersOf(paths: readonly FilePath[]): readonly FilePath[] {
  const folders = new Set<FilePath>([''])
  for (const path of paths) {
    const parts = partsOf(path).slice(0, -1)
    for (; parts.length > 0; parts.pop()) folders.add(parts.join('/'))
  }
  return [...folders].sort((a, b) => b.length - a.length)
}

/** Makes files last that were written without syncing: their bytes first, then their names. */
export async function syncWritten(
  disk: DiskCalls,
  root: Root,
  paths: readonly FilePath[],
): Promise<void> {
  const folders = new Map<FilePath, string>()
  for (const folder of foldersOf(paths)) folders.set(folder, await resolveFile(disk, root, folder))
  const queue = paths.map((path) => {
    const folder = folders.get(path.slice(0, Math.max(0, path.lastIndexOf('/')))) ?? root
    return join(folder, path.slice(path.lastIndexOf('/') + 1))
  })
  async function work(): Promise<void> {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const one = file
      await namingFile(basename(one), () => syncFile(disk, one))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  for (const folder of folders.values()) await syncFolder(disk, folder)
}
