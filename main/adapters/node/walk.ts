import { basename, join } from 'node:path'
import type { FoundFile, ListFilter, Listing, Root } from '../../ports/fileStore'
import { isInside } from './containment'
import type { DiskCalls, DiskEntry } from './diskCalls'
import { codeOf, diskError } from './diskErrors'
import { isPassingName } from './leftovers'
import { stateOf } from './openedFile'

interface Walk {
  readonly disk: DiskCalls
  readonly root: Root
  readonly filter: ListFilter
  readonly files: FoundFile[]
  readonly folders: string[]
  readonly problems: string[]
  readonly leftovers: string[]
  /** Folders that are still to be read. */
  readonly pending: string[]
}

export interface WalkResult extends Listing {
  /** Absolute paths of files that interrupted saves left behind. */
  readonly leftovers: readonly string[]
}

/** Folders read at the same time: enough to keep a disk busy, few enough for the limit on open files. */
const AT_ONCE = 8

/** Lists a folder with all that is under it. Links to folders are not followed, so no circle can arise. */
export async function walk(disk: DiskCalls, root: Root, filter: ListFilter): Promise<WalkResult> {
  const state: Walk = {
    disk,
    root,
    filter,
    files: [],
    folders: [],
    problems: [],
    leftovers: [],
    pending: [''],
  }
  while (state.pending.length > 0) {
    const folders = state.pending.splice(0, AT_ONCE)
    await Promise.all(folders.map((folder) => readFolder(state, folder)))
  }
  const byPath = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  state.files.sort((a, b) => byPath(a.path, b.path))
  state.folders.sort(byPath)
  return state
}

async function readFolder(state: Walk, folder: string): Promise<void> {
  const { disk, root } = state
  const absolute = join(root, folder)
  let entries: readonly DiskEntry[]
  try {
    entries = await disk.readdir(absolute, { withFileTypes: true })
  } catch (error) {
    // The root's own failure is the caller's answer; a folder that just went away is no problem.
    if (folder === '') throw diskError(error, basename(root))
    if (codeOf(error) !== 'ENOENT') state.problems.push(sentence(error, folder))
    return
  }
  await Promise.all(entries.map((entry) => readEntry(state, folder, entry)))
}

async function readEntry(state: Walk, folder: string, entry: DiskEntry): Promise<void> {
  const { disk, root, filter } = state
  const { name } = entry
  const path = folder === '' ? name : `${folder}/${name}`
  const absolute = join(root, path)
  if (entry.isDirectory()) {
    if (!filter.acceptsFolder(name)) return
    state.folders.push(path)
    state.pending.push(path)
    return
  }
  if (isPassingName(name)) {
    state.leftovers.push(absolute)
    return
  }
  const isLink = entry.isSymbolicLink()
  if (isLink && filter.acceptsFolder(name)) {
    const problem = await problemWithFolderLink(state, absolute, name)
    if (problem !== null) state.problems.push(problem)
  }
  if (!filter.acceptsFile(name)) return
  try {
    const stats = await disk.lstat(absolute)
    if (isLink) {
      const found = await followLink(state, absolute, path)
      if (found !== null) state.files.push(found)
    } else if (stats.isFile()) {
      state.files.push({ path, ...stateOf(stats) })
    } else {
      state.files.push({ path, ...stateOf(stats), problem: `“${name}” is not a file.` })
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !name.includes('\uFFFD')) return
    const problem = name.includes('\uFFFD')
      ? `The name of “${name}” is not valid Unicode; rename the file to open it.`
      : sentence(error, name)
    state.files.push({ path, size: 0, modified: 0, stamp: '', problem })
  }
}

/** What a link to an article stands for; `null` when it leads to a folder. */
async function followLink(state: Walk, absolute: string, path: string): Promise<FoundFile | null> {
  const { disk, root } = state
  const name = basename(path)
  const broken = (problem: string): FoundFile => ({
    path,
    size: 0,
    modified: 0,
    stamp: '',
    problem,
  })
  try {
    const real = await disk.realpath(absolute)
    if (!isInside(root, real)) {
      return broken(
        `“${name}” is a link that leads outside the opened folder, so it is not opened.`,
      )
    }
    const stats = await disk.stat(real)
    if (stats.isDirectory()) return null
    return stats.isFile() ? { path, ...stateOf(stats) } : broken(`“${name}” is not a file.`)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return broken(`“${name}” is a link to a file that is gone.`)
    return broken(sentence(error, name))
  }
}

async function problemWithFolderLink(
  { disk, root }: Walk,
  absolute: string,
  name: string,
): Promise<string | null> {
  try {
    const real = await disk.realpath(absolute)
    if (isInside(root, real) || !(await disk.stat(real)).isDirectory()) return null
    return `The link “${name}” leads outside the opened folder and was not followed.`
  } catch {
    return null
  }
}

function sentence(error: unknown, name: string): string {
  const told = diskError(error, name)
  return told instanceof Error ? told.message : `“${name}” could not be read.`
}
