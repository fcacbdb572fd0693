import { execFileSync, spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'

/** What this machine lacks for staging a fault; null when it lacks nothing. */
export type Lack = string | null

/** Skips a test that cannot be staged, and prints why: a row left out is to be seen. */
export function need({ task, skip }: TestContext, lack: Lack): void {
  if (lack === null) return
  process.stdout.write(`not staged: ${task.name}\n  because ${lack}\n`)
  skip(lack)
}

function runs(command: string, ...wish: readonly string[]): boolean {
  return spawnSync(command, wish, { stdio: 'ignore' }).status === 0
}

export const lackOfStrace: Lack = runs('strace', '-f', '-o', '/dev/null', 'true')
  ? null
  : 'strace is not installed or may not trace'

function tryMounts(): Lack {
  if (process.platform !== 'linux') return 'disks are mounted for it on Linux only'
  if (process.getuid?.() !== 0) return 'only the administrator may mount a disk'
  const place = mkdtempSync(join(tmpdir(), 'galley-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' })
    execFileSync('umount', [place], { stdio: 'ignore' })
    return null
  } catch {
    return 'this machine does not allow mounting'
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

export const lackOfMounts: Lack = tryMounts()

export const lackOfLoop: Lack =
  lackOfMounts ?? (runs('mkfs.ext4', '-V') ? null : 'there is no program that makes an ext4 disk')

export interface Mounted {
  readonly path: string
  remount(options: string): void
  dispose(): void
}

function mounted(wish: readonly string[]): Mounted {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-mount-')))
  const path = join(home, 'disk')
  mkdirSync(path)
  execFileSync('mount', [...wish, path])
  return {
    path,
    remount: (options) => void execFileSync('mount', ['-o', `remount,${options}`, path]),
    dispose() {
      execFileSync('umount', ['-l', path])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

export function mountMemory(kilobytes: number): Mounted {
  return mounted(['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs'])
}

/** A disk of its own in a file, of the kind that most Linux machines have. */
export function mountExt4(megabytes: number): Mounted {
  const image = join(mkdtempSync(join(tmpdir(), 'galley-image-')), 'disk.img')
  writeFileSync(image, new Uint8Array(megabytes * 1024 * 1024))
  execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image])
  const disk = mounted(['-o', 'loop', image])
  return {
    ...disk,
    dispose() {
      disk.dispose()
      rmSync(join(image, '..'), { recursive: true, force: true })
    },
  }
}

/** Fills a disk until this many bytes are left. */
export function fill(folder: string, { leave }: { readonly leave: number }): void {
  const free = Number(
    execFileSync('df', ['--output=avail', '-B1', folder], { encoding: 'utf8' }).split('\n')[1],
  )
  const ballast = openSync(join(folder, 'ballast'), 'w')
  try {
    for (let left = free - leave; left > 0; ) left -= writeSync(ballast, new Uint8Array(left))
  } catch {
    // The disk needs some of its room for itself: then it is full by now.
  } finally {
    closeSync(ballast)
  }
}

const NOBODY = 65_534

/** The administrator may do anything, so the work is done as somebody who may not. */
export async function asAnybody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}
