import type { Dirent, Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { hasExtraAttributes } from './extraAttributes'
import { appDataFolder } from './places'

export type DiskStats = Pick<
  Stats,
  | 'size'
  | 'mtimeMs'
  | 'ctimeMs'
  | 'ino'
  | 'dev'
  | 'nlink'
  | 'mode'
  | 'uid'
  | 'gid'
  | 'isFile'
  | 'isDirectory'
  | 'isSymbolicLink'
> &
  Partial<Pick<Stats, 'birthtimeMs'>>

export type DiskEntry = Pick<Dirent, 'name' | 'isDirectory' | 'isSymbolicLink'>

/** An open file or folder, as far as it is used. */
export interface DiskHandle {
  read(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
  write(
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>
  sync(): Promise<void>
  stat(): Promise<DiskStats>
  truncate(length: number): Promise<void>
  chmod(mode: number): Promise<void>
  chown(uid: number, gid: number): Promise<void>
  close(): Promise<void>
}

/**
 * The calls of Node that touch the disk, no wider than they are used: a test can make any of them
 * fail, or put a whole disk of its own in their place that loses power.
 */
export interface DiskCalls {
  /** Where locks lie: among Galley's own files, where no sync program sees them come and go. */
  readonly lockFolder: string
  /** Whether a file has tags or an access list that a new file in its place would not have. */
  hasExtraAttributes(path: string): Promise<boolean>
  access(path: string, mode: number): Promise<void>
  link(existing: string, added: string): Promise<void>
  lstat(path: string): Promise<DiskStats>
  mkdir(path: string, mode?: number): Promise<unknown>
  open(path: string, flags: string | number, mode?: number): Promise<DiskHandle>
  readdir(path: string, options: { readonly withFileTypes: true }): Promise<readonly DiskEntry[]>
  readlink(path: string): Promise<string>
  realpath(path: string): Promise<string>
  rename(from: string, to: string): Promise<void>
  stat(path: string): Promise<DiskStats>
  symlink(target: string, path: string): Promise<void>
  unlink(path: string): Promise<void>
}

export const nodeDisk: DiskCalls = {
  ...fs,
  lockFolder: join(appDataFolder(process.env, process.platform), 'locks'),
  hasExtraAttributes: (path) => hasExtraAttributes(path),
}
