import { type DiskCalls, type DiskHandle, nodeDisk } from '../../main/adapters/node/diskCalls'

export interface Call {
  readonly name: string
  readonly path: string
  /** How many calls there were before this one. */
  readonly index: number
}

/** Runs before a call; what it throws is the call's failure, and while it waits the call hangs. */
export type Before = (call: Call) => void | Promise<void>

export function failure(code: string, syscall = ''): Error {
  return Object.assign(new Error(`${code}, staged`), { code, syscall })
}

/** A disk, the real one by default, with something done before each of its calls. */
export function faultyDisk(before: Before, disk: DiskCalls = nodeDisk): DiskCalls {
  let index = 0
  const meet = async (name: string, path: string): Promise<void> => {
    await before({ name, path, index: index++ })
  }
  const handle = (inner: DiskHandle, path: string): DiskHandle => ({
    async read(...wish) {
      await meet('read', path)
      return inner.read(...wish)
    },
    async write(...wish) {
      await meet('write', path)
      return inner.write(...wish)
    },
    async sync() {
      await meet('sync', path)
      return inner.sync()
    },
    async stat() {
      await meet('fstat', path)
      return inner.stat()
    },
    async truncate(length) {
      await meet('truncate', path)
      return inner.truncate(length)
    },
    async chmod(mode) {
      await meet('fchmod', path)
      return inner.chmod(mode)
    },
    async chown(uid, gid) {
      await meet('fchown', path)
      return inner.chown(uid, gid)
    },
    async close() {
      // What fails to close is closed all the same, as the system does it.
      await inner.close()
      await meet('close', path)
    },
  })
  return {
    lockFolder: disk.lockFolder,
    hasExtraAttributes: (path) => disk.hasExtraAttributes(path),
    async access(path, mode) {
      await meet('access', path)
      return disk.access(path, mode)
    },
    async link(existing, added) {
      await meet('link', added)
      return disk.link(existing, added)
    },
    async lstat(path) {
      await meet('lstat', path)
      return disk.lstat(path)
    },
    async mkdir(path) {
      await meet('mkdir', path)
      return disk.mkdir(path)
    },
    async open(path, flags, mode) {
      await meet('open', path)
      return handle(await disk.open(path, flags, mode), path)
    },
    async readdir(path, options) {
      await meet('readdir', path)
      return disk.readdir(path, options)
    },
    async readlink(path) {
      await meet('readlink', path)
      return disk.readlink(path)
    },
    async realpath(path) {
      await meet('realpath', path)
      return disk.realpath(path)
    },
    async rename(from, to) {
      await meet('rename', to)
      return disk.rename(from, to)
    },
    async stat(path) {
      await meet('stat', path)
      return disk.stat(path)
    },
    async symlink(target, path) {
      await meet('symlink', path)
      return disk.symlink(target, path)
    },
    async unlink(path) {
      await meet('unlink', path)
      return disk.unlink(path)
    },
  }
}
