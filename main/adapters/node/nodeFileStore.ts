import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { FilePath, FileStore, Root, Written } from '../../ports/fileStore'
import { makeFolders, nameOf, resolveEntry, resolveFile } from './containment'
import { createWhole } from './createWhole'
import { type DiskCalls, nodeDisk } from './diskCalls'
import { codeOf, diskError, namingFile } from './diskErrors'
import { expectRevision, syncFolder } from './durableWrite'
import { clearLeftover } from './leftovers'
import { moveFile } from './move'
import { readWhole, stateOf } from './openedFile'
import { createPlainFiles, type PlainFiles } from './plainFiles'
import { replaceByRename } from './replaceByRename'
import { type RevisionOf, rememberRevisions } from './revisions'
import { clearLocks } from './saveLock'
import { syncWritten } from './syncWritten'
import { walk } from './walk'
import { writeInPlace } from './writeInPlace'

/** The files of this machine, inside the folders that were opened. */
export function createNodeFileStore(disk: DiskCalls = nodeDisk): FileStore {
  const plain = createPlainFiles(disk)
  const revisionOf = rememberRevisions()
  const means: Means = { disk, plain, revisionOf }
  let clearing: Promise<void> | null = null
  return {
    revisionOf,

    async list(root, filter) {
      clearing ??= clearLocks(disk).catch(() => undefined)
      await clearing
      const found = await walk(disk, root, filter)
      if (found.leftovers.length === 0) return found
      const news = await Promise.all(
        found.leftovers.map((file) => clearLeftover(disk, file).catch(() => null)),
      )
      const recovered = news.filter((sentence) => sentence !== null)
      if (recovered.length === 0) return found
      const again = await walk(disk, root, filter)
      return { ...again, problems: [...again.problems, ...recovered] }
    },

    async stat(root, path) {
      try {
        const stats = await disk.stat(await resolveFile(disk, root, path))
        return { ...stateOf(stats), isFolder: stats.isDirectory() }
      } catch (error) {
        if (error instanceof AppError && error.code === 'not-found') return null
        if (codeOf(error) === 'ENOENT') return null
        throw diskError(error, nameOf(root, path))
      }
    },

    read(root, path, { maxBytes }) {
      const name = nameOf(root, path)
      return namingFile(name, async () => {
        const file = await resolveFile(disk, root, path)
        const { bytes, stats } = await readWhole(disk, file, { name, maxBytes })
        const readOnly = whyReadOnly(await refusalsOf(disk, file), { name, mode: stats.mode })
        return {
          ...stateOf(stats),
          bytes,
          revision: revisionOf(bytes),
          ...(readOnly === null ? {} : { readOnly }),
        }
      })
    },

    async foresee(root, path) {
      try {
        const file = await resolveFile(disk, root, path)
        await plain.isPlain(file, await disk.stat(file))
      } catch {
        // The save asks again, and tells what is wrong.
      }
    },

    create(root, path, bytes, lasting = 'now') {
      return namingFile(nameOf(root, path), async () => {
        const { file } = await resolveEntry(disk, root, path)
        await createWhole(disk, file, bytes, lasting)
        return { ...stateOf(await disk.stat(file)), revision: revisionOf(bytes) }
      })
    },

    settle: (root, paths) => syncWritten(disk, root, paths),

    replace(root, path, bytes, expected) {
      return namingFile(nameOf(root, path), () => replace(means, { root, path, bytes, expected }))
    },

    move: (root, from, to) => moveFile(disk, root, from, to),

    makeFolder: (root, path) => makeFolders(disk, root, path),

    remove(root, path) {
      return namingFile(nameOf(root, path), async () => {
        const { file, folder } = await resolveEntry(disk, root, path)
        await disk.unlink(file)
        await syncFolder(disk, folder)
      })
    },
  }
}

interface Means {
  readonly disk: DiskCalls
  readonly plain: PlainFiles
  readonly revisionOf: RevisionOf
}

interface Replacement {
  readonly root: Root
  readonly path: FilePath
  readonly bytes: Uint8Array
  readonly expected: Revision
}

async function replace(
  { disk, plain, revisionOf }: Means,
  { root, path, bytes, expected }: Replacement,
): Promise<Written> {
  const name = nameOf(root, path)
  const target = await resolveFile(disk, root, path).catch((error: unknown) => {
    // A file that went away is at no revision: the same answer as for one that changed.
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    throw new AppError(
      'conflict',
      `“${name}” was deleted or moved since it was opened. Your text is still here.`,
      { theirs: null },
    )
  })
  const revision = revisionOf(bytes)
  if (revision === expected) {
    const { stats } = await expectRevision(disk, target, expected, revisionOf)
    return { ...stateOf(stats), revision }
  }
  const [stats, refusals] = await Promise.all([disk.stat(target), refusalsOf(disk, target)])
  if (!stats.isFile()) throw new AppError('invalid', `“${name}” is not a file.`)
  const readOnly = whyReadOnly(refusals, { name, mode: stats.mode })
  if (readOnly !== null) throw new AppError('denied', readOnly)
  if (stats.nlink > 1 || !(await plain.isPlain(target, stats))) {
    await writeInPlace(disk, target, bytes, expected)
  } else {
    try {
      const how = { expected, ownership: stats, tell: revisionOf }
      const now = await replaceByRename(disk, target, bytes, how)
      plain.note(now)
      return { ...stateOf(now), revision }
    } catch (error) {
      if (!isBeyondRename(error)) throw error
      await writeInPlace(disk, target, bytes, expected)
    }
  }
  return { ...stateOf(await disk.stat(target)), revision }
}

/** Failures of taking over the owner, and of renaming on odd mounts, that writing in place does not have. */
function isBeyondRename(error: unknown): boolean {
  const call = error instanceof Error && 'syscall' in error ? error.syscall : ''
  const code = codeOf(error)
  return (call === 'fchown' && code === 'EPERM') || code === 'EXDEV' || code === 'ENOSYS'
}

const WRITE_BITS = 0o222

/** The codes with which the disk would refuse to write a file and its folder; null where it would not. */
interface Refusals {
  readonly file: string | null
  readonly folder: string | null
}

async function refusalsOf(disk: DiskCalls, target: string): Promise<Refusals> {
  const refusal = (path: string): Promise<string | null> =>
    disk.access(path, constants.W_OK).then(
      () => null,
      (error: unknown) => codeOf(error),
    )
  const [file, folder] = await Promise.all([refusal(target), refusal(dirname(target))])
  return { file, folder }
}

/** Why a file will not be written, before anything is tried: a rename would silently replace a protected one. */
function whyReadOnly(
  { file, folder }: Refusals,
  { name, mode }: { readonly name: string; readonly mode: number },
): string | null {
  if (file === 'EROFS' || folder === 'EROFS') {
    return `“${name}” is on a disk that cannot be written to, so nothing is saved here. Save a copy elsewhere to work on it.`
  }
  // The administrator may write anything, but a file without any write bit was protected on purpose.
  if ((mode & WRITE_BITS) === 0 || file !== null) {
    return `“${name}” is read-only. Allow writing to it in its properties, or duplicate it and work on the copy.`
  }
  if (folder !== null) {
    return `The folder of “${name}” cannot be written to, so its article cannot be saved safely. Duplicate it elsewhere, or allow writing to the folder.`
  }
  return null
}
