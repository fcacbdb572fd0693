import * as fs from 'node:fs/promises'

/** The calls of Node that touch the disk, so that a test can make any of them fail. */
export type DiskCalls = Pick<
  typeof fs,
  | 'access'
  | 'link'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'stat'
  | 'unlink'
>

export const nodeDisk: DiskCalls = fs
