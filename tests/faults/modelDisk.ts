import { posix } from 'node:path'
import type { DiskCalls, DiskHandle, DiskStats } from '../../main/adapters/node/diskCalls'
import { applyTo, countNames, createInode, type Inode, type NameChange, tick } from './modelInode'
import { statesAfterPowerLoss } from './powerLoss'

export interface ModelDisk {
  readonly calls: DiskCalls
  put(path: string, text: string): void
  folder(path: string): void
  link(path: string, target: string): void
  /** A second name for a file, as `link` makes it. */
  twin(path: string, added: string): void
  /** The text of every file under a folder, by path. */
  contents(folder: string): ReadonlyMap<string, Uint8Array>
  /** What the disk may hold if the power fails now; each is a disk of its own, started anew. */
  afterPowerLoss(): Iterable<ModelDisk>
}

export interface ModelOptions {
  /** Called before each call that changes or syncs anything, with a name for it. */
  readonly onCall?: (name: string, path: string) => void | Promise<void>
  /** A writer that leaves out this sync, to see that the model tells. */
  readonly ignoresSync?: 'file' | 'folder'
  /** How many bytes one call takes. */
  readonly writesAtMost?: number
  /** Names that differ in case only are one name, as on macOS and Windows. */
  readonly foldsCase?: boolean
  /** Names are compared and kept in NFD, as on old Apple disks. */
  readonly foldsMarks?: boolean
}

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code })
}

/**
 * A disk in memory that does what POSIX promises and no more. Until a file is synced its bytes may be
 * lost, cut, or read as zeros after a power loss; until a folder is synced its changed names may be
 * back as they were, each one or not.
 */
export function createModelDisk(
  options: ModelOptions = {},
  root = createInode('folder'),
): ModelDisk {
  const { onCall = () => undefined } = options
  if (!root.entries.has('locks')) {
    const locks = createInode('folder')
    root.entries.set('locks', locks)
    root.durableEntries.set('locks', locks)
  }
  let unsynced: readonly NameChange[] = []

  const keyOf = (folder: Inode, name: string): string => {
    const same = (a: string): string => {
      const marked = options.foldsMarks ? a.normalize('NFD') : a
      return options.foldsCase ? marked.toLowerCase() : marked
    }
    if (folder.entries.has(name) || (!options.foldsCase && !options.foldsMarks)) return name
    return [...folder.entries.keys()].find((other) => same(other) === same(name)) ?? name
  }

  const written = (name: string): string => (options.foldsMarks ? name.normalize('NFD') : name)

  const entry = (folder: Inode, name: string): Inode | undefined =>
    folder.entries.get(keyOf(folder, name))

  function find(path: string, follow: boolean, depth = 0): Inode {
    if (depth > 40) throw fault('ELOOP', path)
    let node = root
    const parts = path.split('/').filter(Boolean)
    for (const [index, part] of parts.entries()) {
      if (node.kind !== 'folder') throw fault('ENOTDIR', path)
      const next = entry(node, part)
      if (next === undefined) throw fault('ENOENT', path)
      const isLast = index === parts.length - 1
      if (next.kind === 'link' && (follow || !isLast)) {
        const base = `/${parts.slice(0, index).join('/')}`
        const target = posix.resolve(base, new TextDecoder().decode(next.bytes))
        return find(posix.join(target, ...parts.slice(index + 1)), follow, depth + 1)
      }
      node = next
    }
    return node
  }

  function parentOf(path: string): { readonly folder: Inode; readonly name: string } {
    const folder = find(posix.dirname(path), true)
    if (folder.kind !== 'folder') throw fault('ENOTDIR', path)
    const name = posix.basename(path)
    if (new TextEncoder().encode(name).length > 255) throw fault('ENAMETOOLONG', path)
    return { folder, name }
  }

  function change(folder: Inode, sets: NameChange['sets']): void {
    const named = sets.map(({ name, to }) => ({
      name: to === null ? keyOf(folder, name) : name,
      to,
    }))
    applyTo(folder.entries, { folder, sets: named })
    folder.changed = tick()
    // Which locks come through a power loss matters to nobody, and would double the states each time.
    if (folder === root.entries.get('locks')) {
      applyTo(folder.durableEntries, { folder, sets: named })
      return
    }
    unsynced = [...unsynced, { folder, sets: named }]
  }

  const statsOf = (node: Inode): DiskStats => ({
    size: node.bytes.length,
    mtimeMs: node.changed,
    ctimeMs: node.changed,
    ino: node.ino,
    dev: 1,
    nlink: countNames(root, node),
    mode: node.mode,
    uid: 1000,
    gid: 1000,
    isFile: () => node.kind === 'file',
    isDirectory: () => node.kind === 'folder',
    isSymbolicLink: () => node.kind === 'link',
  })

  function handleOf(node: Inode, path: string): DiskHandle {
    const isFile = node.kind === 'file'
    return {
      async read(buffer, offset, length, position) {
        const slice = node.bytes.subarray(position, position + length)
        buffer.set(slice, offset)
        return { bytesRead: slice.length }
      },
      async write(buffer, offset, length, position) {
        await onCall('write', path)
        if (!isFile) throw fault('EISDIR', path)
        const taken = Math.min(length, options.writesAtMost ?? length)
        const grown = new Uint8Array(Math.max(node.bytes.length, position + taken))
        grown.set(node.bytes)
        grown.set(buffer.subarray(offset, offset + taken), position)
        node.bytes = grown
        node.changed = tick()
        return { bytesWritten: taken }
      },
      async sync() {
        await onCall(isFile ? 'sync' : 'syncFolder', path)
        if (options.ignoresSync === (isFile ? 'file' : 'folder')) return
        node.durable = node.bytes
        for (const change of unsynced)
          if (change.folder === node) applyTo(node.durableEntries, change)
        unsynced = unsynced.filter((change) => change.folder !== node)
      },
      stat: async () => statsOf(node),
      async truncate(length) {
        await onCall('truncate', path)
        const cut = new Uint8Array(length)
        cut.set(node.bytes.subarray(0, length))
        node.bytes = cut
        node.changed = tick()
      },
      async chmod(mode) {
        await onCall('chmod', path)
        node.mode = mode
      },
      async chown() {},
      async close() {},
    }
  }

  const calls: DiskCalls = {
    lockFolder: '/locks',
    hasExtraAttributes: async () => false,
    async access(path) {
      find(path, true)
    },
    async link(existing, added) {
      await onCall('link', added)
      const node = find(existing, false)
      const { folder, name } = parentOf(added)
      if (entry(folder, name)) throw fault('EEXIST', added)
      change(folder, [{ name: written(name), to: node }])
    },
    lstat: async (path) => statsOf(find(path, false)),
    async mkdir(path) {
      await onCall('mkdir', path)
      const { folder, name } = parentOf(path)
      if (entry(folder, name)) throw fault('EEXIST', path)
      change(folder, [{ name: written(name), to: createInode('folder') }])
    },
    async open(path, flags) {
      if (flags !== 'wx') {
        const node = find(path, true)
        if (flags === 'r+' && node.kind !== 'file') throw fault('EISDIR', path)
        return handleOf(node, path)
      }
      await onCall('create', path)
      const { folder, name } = parentOf(path)
      if (entry(folder, name)) throw fault('EEXIST', path)
      const node = createInode('file')
      change(folder, [{ name: written(name), to: node }])
      return handleOf(node, path)
    },
    async readdir(path) {
      const folder = find(path, true)
      if (folder.kind !== 'folder') throw fault('ENOTDIR', path)
      return [...folder.entries].map(([name, node]) => ({
        name,
        isDirectory: () => node.kind === 'folder',
        isSymbolicLink: () => node.kind === 'link',
      }))
    },
    async readlink(path) {
      const node = find(path, false)
      if (node.kind !== 'link') throw fault('EINVAL', path)
      return new TextDecoder().decode(node.bytes)
    },
    realpath: async (path) => pathOf(root, find(path, true)) ?? path,
    async rename(from, to) {
      await onCall('rename', to)
      const source = parentOf(from)
      const target = parentOf(to)
      const node = entry(source.folder, source.name)
      if (node === undefined) throw fault('ENOENT', from)
      // Across folders it would be two changes; a save never does that.
      if (source.folder !== target.folder) throw fault('EXDEV', from)
      change(source.folder, [
        { name: source.name, to: null },
        { name: target.name, to: null },
        { name: written(target.name), to: node },
      ])
    },
    stat: async (path) => statsOf(find(path, true)),
    async symlink(target, path) {
      await onCall('symlink', path)
      const { folder, name } = parentOf(path)
      if (entry(folder, name)) throw fault('EEXIST', path)
      const node = createInode('link', new TextEncoder().encode(target))
      node.durable = node.bytes
      change(folder, [{ name: written(name), to: node }])
    },
    async unlink(path) {
      await onCall('unlink', path)
      const { folder, name } = parentOf(path)
      const node = entry(folder, name)
      if (node === undefined) throw fault('ENOENT', path)
      change(folder, [{ name, to: null }])
    },
  }

  function place(folder: Inode, name: string, node: Inode): void {
    folder.entries.set(name, node)
    folder.durableEntries.set(name, node)
  }

  return {
    calls,
    put(path, text) {
      const { folder, name } = parentOf(path)
      const node = createInode('file', new TextEncoder().encode(text))
      node.durable = node.bytes
      place(folder, written(name), node)
    },
    folder(path) {
      const { folder, name } = parentOf(path)
      place(folder, name, createInode('folder'))
    },
    link(path, target) {
      const { folder, name } = parentOf(path)
      const node = createInode('link', new TextEncoder().encode(target))
      node.durable = node.bytes
      place(folder, name, node)
    },
    twin(path, added) {
      const { folder, name } = parentOf(added)
      place(folder, name, find(path, false))
    },
    contents(folder) {
      const found = new Map<string, Uint8Array>()
      const visit = (node: Inode, path: string): void => {
        if (node.kind === 'file') found.set(path, node.bytes)
        for (const [name, child] of node.entries)
          visit(child, path === '' ? name : `${path}/${name}`)
      }
      visit(find(folder, true), '')
      return found
    },
    *afterPowerLoss() {
      for (const state of statesAfterPowerLoss(root, unsynced)) yield createModelDisk({}, state)
    },
  }
}

function pathOf(folder: Inode, wanted: Inode, path = ''): string | null {
  if (folder === wanted) return path === '' ? '/' : path
  for (const [name, node] of folder.entries) {
    const found = pathOf(node, wanted, `${path}/${name}`)
    if (found !== null) return found
  }
  return null
}
