import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createMemoryDisk, createMemoryFileStore } from '../../main/adapters/memory/memoryFileStore'
import { createMemoryFolders } from '../../main/adapters/memory/memoryFolders'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { createNodeFolders } from '../../main/adapters/node/nodeFolders'
import type { FileStore, Root } from '../../main/ports/fileStore'
import type { Folders } from '../../main/ports/folders'

/** A disk with a home folder and one folder in it, and what another program can do to them. */
export interface TestDisk {
  readonly files: FileStore
  readonly folders: Folders
  readonly home: string
  /** `library`, in the home folder. */
  readonly root: Root
  /** Paths are taken from the root; those of `inHome` from the home folder. */
  put(path: string, content: string | Uint8Array): Promise<void>
  text(path: string): Promise<string | null>
  delete(path: string): Promise<void>
  /** Renames or moves as another program would. */
  rename(from: string, to: string): Promise<void>
  readonly inHome: {
    put(path: string, content: string | Uint8Array): Promise<void>
    text(path: string): Promise<string | null>
  }
  dispose(): void
}

export function memoryDisk(): TestDisk {
  let now = 1_700_000_000_000
  const disk = createMemoryDisk(() => {
    now += 1000
    return now
  })
  disk.folders.add('/home')
  disk.folders.add('/home/library')
  return {
    files: createMemoryFileStore(disk),
    folders: createMemoryFolders(disk, { home: '/home' }),
    home: '/home',
    root: '/home/library' as Root,
    put: async (path, content) => disk.put(`/home/library/${path}`, content),
    text: async (path) => disk.text(`/home/library/${path}`),
    delete: async (path) => {
      disk.files.delete(`/home/library/${path}`)
    },
    rename: async (from, to) => {
      const bytes = disk.files.get(`/home/library/${from}`)?.bytes
      if (bytes !== undefined) disk.put(`/home/library/${to}`, bytes)
      disk.files.delete(`/home/library/${from}`)
    },
    inHome: {
      put: async (path, content) => disk.put(`/home/${path}`, content),
      text: async (path) => disk.text(`/home/${path}`),
    },
    dispose() {},
  }
}

export function nodeDisk(): TestDisk {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  const root = join(home, 'library') as Root
  mkdirSync(root)
  const put = async (path: string, content: string | Uint8Array): Promise<void> => {
    await fs.mkdir(dirname(path), { recursive: true })
    await fs.writeFile(path, content)
  }
  const text = (path: string): Promise<string | null> => fs.readFile(path, 'utf8').catch(() => null)
  return {
    files: createNodeFileStore(),
    folders: createNodeFolders({ home }),
    home,
    root,
    put: (path, content) => put(join(root, path), content),
    text: (path) => text(join(root, path)),
    delete: (path) => fs.unlink(join(root, path)),
    async rename(from, to) {
      await fs.mkdir(dirname(join(root, to)), { recursive: true })
      await fs.rename(join(root, from), join(root, to))
    },
    inHome: {
      put: (path, content) => put(join(home, path), content),
      text: (path) => text(join(home, path)),
    },
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}
