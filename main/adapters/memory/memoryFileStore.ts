import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { FilePath, FileState, FileStore, FoundFile, Root } from '../../ports/fileStore'

interface MemoryFile {
  readonly bytes: Uint8Array
  readonly modified: number
  /** Grows with every write, as a disk's stamp would. */
  readonly version: number
}

/** What is on a disk that exists only while a test runs: absolute paths with `/`. */
export interface MemoryDisk {
  readonly files: Map<string, MemoryFile>
  readonly folders: Set<string>
  /** Writes as another program would. */
  put(path: string, content: string | Uint8Array): void
  text(path: string): string | null
}

export function createMemoryDisk(now: () => number = () => 0): MemoryDisk {
  const files = new Map<string, MemoryFile>()
  const folders = new Set<string>(['/'])
  let version = 0
  return {
    files,
    folders,
    put(path, content) {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const parts = path.split('/').slice(1, -1)
      parts.reduce((parent, part) => {
        folders.add(`${parent}/${part}`)
        return `${parent}/${part}`
      }, '')
      version += 1
      files.set(path, { bytes: bytes.slice(), modified: now(), version })
    },
    text(path) {
      const file = files.get(path)
      return file ? new TextDecoder().decode(file.bytes) : null
    },
  }
}

function revisionOf(bytes: Uint8Array): Revision {
  return createHash('sha256').update(bytes).digest('hex') as Revision
}

function stateOf({ bytes, modified, version }: MemoryFile): FileState {
  return { size: bytes.length, modified, stamp: String(version) }
}

function absolute(root: Root, path: FilePath): string {
  if (path === '') return root
  const parts = path.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..' || part.includes('\0'))) {
    throw new AppError('denied', `“${path}” lies outside the opened folder, so it was left alone.`)
  }
  return `${root}/${path}`
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

function missing(path: FilePath): AppError {
  return new AppError('not-found', `“${path}” is no longer there.`)
}

function taken(path: FilePath): AppError {
  return new AppError('conflict', `There is already something called “${path}”.`)
}

/** The same promises as the disk's store, kept without a disk. */
export function createMemoryFileStore(disk: MemoryDisk): FileStore {
  const { files, folders } = disk

  function fileAt(root: Root, path: FilePath): MemoryFile {
    const file = files.get(absolute(root, path))
    if (file) return file
    if (folders.has(absolute(root, path))) throw new AppError('invalid', `“${path}” is not a file.`)
    throw missing(path)
  }

  function makeRoomFor(root: Root, path: FilePath): string {
    const full = absolute(root, path)
    if (files.has(full) || folders.has(full)) throw taken(path)
    if (!folders.has(parentOf(full))) throw missing(parentOf(path))
    return full
  }

  return {
    revisionOf,

    async list(root, { acceptsFile, acceptsFolder }) {
      if (!folders.has(root)) throw missing(root)
      const isShown = (path: string): boolean =>
        path.split('/').every((part, index, all) => index === all.length - 1 || acceptsFolder(part))
      const under = (paths: Iterable<string>): string[] =>
        [...paths]
          .filter((path) => path.startsWith(`${root}/`))
          .map((path) => path.slice(root.length + 1))
          .filter(isShown)
          .sort()
      const found = under(files.keys()).flatMap((path): FoundFile[] => {
        const file = files.get(`${root}/${path}`)
        return file && acceptsFile(path.split('/').at(-1) ?? '') ? [{ path, ...stateOf(file) }] : []
      })
      const shown = under(folders).filter((path) => acceptsFolder(path.split('/').at(-1) ?? ''))
      return { files: found, folders: shown, problems: [] }
    },

    async stat(root, path) {
      const full = absolute(root, path)
      const file = files.get(full)
      if (file) return { ...stateOf(file), isFolder: false }
      return folders.has(full) ? { size: 0, modified: 0, stamp: '', isFolder: true } : null
    },

    async read(root, path, { maxBytes }) {
      const file = fileAt(root, path)
      if (file.bytes.length > maxBytes) {
        throw new AppError('invalid', `“${path}” is too large.`, { reason: 'too-large' })
      }
      return { ...stateOf(file), bytes: file.bytes.slice(), revision: revisionOf(file.bytes) }
    },

    foresee: async () => undefined,

    async create(root, path, bytes) {
      const full = makeRoomFor(root, path)
      disk.put(full, bytes)
      return { ...stateOf(fileAt(root, path)), revision: revisionOf(bytes) }
    },

    async settle(root, paths) {
      for (const path of paths) absolute(root, path)
    },

    async replace(root, path, bytes, expected) {
      const now = files.get(absolute(root, path))
      const theirs = now ? revisionOf(now.bytes) : null
      if (theirs !== expected) {
        throw new AppError('conflict', `“${path}” changed since it was opened.`, { theirs })
      }
      if (revisionOf(bytes) !== expected) disk.put(absolute(root, path), bytes)
      return { ...stateOf(fileAt(root, path)), revision: revisionOf(bytes) }
    },

    async move(root, from, to) {
      if (from === to) return
      const file = fileAt(root, from)
      files.set(makeRoomFor(root, to), file)
      files.delete(absolute(root, from))
    },

    async makeFolder(root, path) {
      absolute(root, path)
      let full: string = root
      for (const part of path.split('/')) {
        full = `${full}/${part}`
        if (files.has(full)) throw taken(part)
        folders.add(full)
      }
    },

    async remove(root, path) {
      fileAt(root, path)
      files.delete(absolute(root, path))
    },
  }
}
