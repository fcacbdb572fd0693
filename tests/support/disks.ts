import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createMemoryDisk, createMemoryFileStore } from '../../main/adapters/memory/memoryFileStore'
import { createMemoryFolders } from '../../main/adapters/memory/memoryFolders'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { createNodeFolders } from '../../main/adapters/node/nodeFolders'
import type { FileStore, Root } from '../../main/ports/fileStore'
import type { Folders } from '../../main/ports/folders'

/** A disk with one folder, and what another program can do to it. */
export interface TestDisk {
  readonly files: FileStore
  readonly folders: Folders
  readonly root: Root
  put(path: string, content: string | Uint8Array): Promise<void>
  text(path: string): Promise<string | null>
  delete(path: string): Promise<void>
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
    root: '/home/library' as Root,
    put: async (path, content) => disk.put(`/home/library/${path}`, content),
    text: async (path) => disk.text(`/home/library/${path}`),
    delete: async (path) => {
      disk.files.delete(`/home/library/${path}`)
    },
    dispose() {},
  }
}

export function nodeDisk(): TestDisk {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-test-')))
  const root = join(home, 'library') as Root
  const ready = fs.mkdir(root)
  return {
    files: createNodeFileStore(),
    folders: createNodeFolders({ home }),
    root,
    async put(path, content) {
      await ready
      await fs.mkdir(dirname(join(root, path)), { recursive: true })
      await fs.writeFile(join(root, path), content)
    },
    text: (path) => fs.readFile(join(root, path), 'utf8').catch(() => null),
    delete: (path) => fs.unlink(join(root, path)),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}
