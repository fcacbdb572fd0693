import { basename, isAbsolute, join, relative, sep } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { FilePath, Root } from '../../ports/fileStore'
import type { DiskCalls } from './diskCalls'
import { codeOf, diskError } from './diskErrors'

/** The last part of a path, for sentences; the folder's own name for the root. */
export function nameOf(root: Root, path: FilePath): string {
  return path === '' ? basename(root) : (path.split('/').at(-1) ?? path)
}

function outside(name: string): AppError {
  return new AppError('denied', `“${name}” lies outside the opened folder, so it was left alone.`)
}

/** The parts of a path; refuses those that would lead elsewhere on any platform. */
export function partsOf(path: FilePath): readonly string[] {
  if (path === '') return []
  const parts = path.split('/')
  const unsafe = (part: string): boolean =>
    part === '' ||
    part === '.' ||
    part === '..' ||
    part.includes('\0') ||
    // On Windows these would part a path, name a drive or open another stream of the file.
    (sep === '\\' && /[\\:]|[. ]$/.test(part))
  if (parts.some(unsafe)) throw outside(path)
  return parts
}

export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** The file that a path leads to, its links followed, if that is inside the root. */
export async function resolveFile(disk: DiskCalls, root: Root, path: FilePath): Promise<string> {
  const name = nameOf(root, path)
  const candidate = join(root, ...partsOf(path))
  try {
    const real = await disk.realpath(candidate)
    if (isInside(root, real)) return real
  } catch (error) {
    throw diskError(error, name)
  }
  throw outside(name)
}

/** Where an entry is, or would be: its folder's links are followed, those of the entry itself are not. */
export async function resolveEntry(
  disk: DiskCalls,
  root: Root,
  path: FilePath,
): Promise<{ readonly folder: string; readonly file: string; readonly name: string }> {
  const parts = partsOf(path)
  const name = parts.at(-1)
  if (name === undefined)
    throw new AppError('invalid', 'The opened folder itself cannot be changed.')
  const folder = await resolveFile(disk, root, parts.slice(0, -1).join('/'))
  return { folder, file: join(folder, name), name }
}

/** Makes the folders of a path one by one, so that none is made behind a link that leads out. */
export async function makeFolders(disk: DiskCalls, root: Root, path: FilePath): Promise<void> {
  let made = ''
  for (const part of partsOf(path)) {
    made = made === '' ? part : `${made}/${part}`
    const { file } = await resolveEntry(disk, root, made)
    try {
      await disk.mkdir(file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw diskError(error, part)
    }
    const real = await resolveFile(disk, root, made)
    if (!(await disk.stat(real)).isDirectory()) {
      throw new AppError('conflict', `“${part}” is a file, so no folder of that name can be made.`)
    }
  }
}
