import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../../shared/api/errors'
import type { DiskCalls } from './diskCalls'
import { codeOf } from './diskErrors'
import { READ_FLAGS } from './openedFile'
import { isRunning } from './processes'

/** How locks were named that lay beside the article, where sync programs saw them. */
const LOCK = /^\.galley-[0-9a-f]{12}\.lock$/

export function isLockName(name: string): boolean {
  return LOCK.test(name)
}

function lockOf(disk: DiskCalls, target: string): string {
  const hash = createHash('sha256').update(target).digest('hex').slice(0, 24)
  return join(disk.lockFolder, `${hash}.lock`)
}

/** Far longer than a save holds it, even on a slow disk. */
const ABANDONED_MS = 10_000
const PATIENCE_MS = 3000
const LONGEST_PAUSE_MS = 50

/**
 * Runs the last look at a file and the write that follows from it while no other Galley of this
 * account does the same: both would find the file as they knew it, and the second would overwrite
 * the first. Other programs know nothing of it, and other machines have locks of their own: for them
 * there is the look alone.
 */
export async function holding<T>(
  disk: DiskCalls,
  target: string,
  work: () => Promise<T>,
): Promise<T> {
  const release = await hold(disk, target)
  try {
    return await work()
  } finally {
    await release()
  }
}

/** Takes the lock of a file; resolves with the way to let go of it. */
export function hold(disk: DiskCalls, target: string): Promise<() => Promise<void>> {
  return acquire(disk, lockOf(disk, target), basename(target))
}

async function acquire(disk: DiskCalls, lock: string, name: string): Promise<() => Promise<void>> {
  const started = performance.now()
  for (let pause = 2; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const mark = `${process.pid} ${thisHost()} ${randomBytes(6).toString('hex')}`
    const claimed = await claim(disk, lock, mark)
    // Where no lock can be had, a save is worth more than a lock.
    if (claimed === 'impossible') return async () => undefined
    if (claimed === 'ours') {
      const since = performance.now()
      return () => release(disk, { lock, mark, since })
    }
    const state = await stateOf(disk, lock)
    // Nothing of ours: whoever put it there holds nothing with it, and it is not ours to remove.
    if (state === 'foreign') return async () => undefined
    if (state === 'abandoned') await remove(disk, lock)
    else if (performance.now() - started > PATIENCE_MS) {
      throw new AppError(
        'unavailable',
        `Another Galley is saving “${name}” at this moment. Your text is still here; try again.`,
      )
    } else await sleep(pause)
  }
}

function thisHost(): string {
  return hostname().replace(/\s+/g, '-') || 'here'
}

const MARK = /^\d+ \S+ [0-9a-f]{12}$/
type Claim = 'ours' | 'theirs' | 'impossible'

/** Makes the lock, as a link to nowhere if there are such: it comes into being with its mark. */
async function claim(disk: DiskCalls, lock: string, mark: string): Promise<Claim> {
  const ways =
    process.platform === 'win32'
      ? [() => claimByFile(disk, lock, mark)]
      : [() => disk.symlink(mark, lock), () => claimByFile(disk, lock, mark)]
  for (const way of ways) {
    const code = await codeFrom(way)
    if (code === 'EEXIST') return 'theirs'
    if (code === null) return 'ours'
    if (code !== 'ENOENT') continue
    await makeFolder(disk, dirname(lock)).catch(() => undefined)
    const again = await codeFrom(way)
    if (again === 'EEXIST') return 'theirs'
    if (again === null) return 'ours'
  }
  return 'impossible'
}

async function codeFrom(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return codeOf(error)
  }
}

async function makeFolder(disk: DiskCalls, folder: string): Promise<void> {
  const code = await codeFrom(async () => void (await disk.mkdir(folder, 0o700)))
  if (code !== 'ENOENT' || dirname(folder) === folder) return
  await makeFolder(disk, dirname(folder))
  await disk.mkdir(folder, 0o700)
}

async function claimByFile(disk: DiskCalls, lock: string, mark: string): Promise<void> {
  const handle = await disk.open(lock, 'wx', 0o600)
  const bytes = new TextEncoder().encode(mark)
  try {
    // Without its mark it still holds, until it is old.
    await handle.write(bytes, 0, bytes.length, 0).catch(() => undefined)
  } finally {
    await handle.close().catch(() => undefined)
  }
}

/** Marks of locks that this process has let go of, in case that one could not be removed. */
const released = new Set<string>()

async function release(
  disk: DiskCalls,
  { lock, mark, since }: { readonly lock: string; readonly mark: string; readonly since: number },
): Promise<void> {
  // After so long it may have been taken for abandoned, and be another's by now.
  const isLate = performance.now() - since > ABANDONED_MS / 2
  if (isLate && (await markIn(disk, lock)) !== mark) return
  try {
    await disk.unlink(lock)
  } catch {
    await disk.unlink(lock).catch(() => released.add(mark))
  }
}

async function stateOf(
  disk: DiskCalls,
  lock: string,
): Promise<'held' | 'abandoned' | 'foreign' | 'gone'> {
  const stats = await disk.lstat(lock).catch(() => null)
  if (stats === null) return 'gone'
  if (!stats.isFile() && !stats.isSymbolicLink()) return 'foreign'
  if (Math.abs(Date.now() - stats.mtimeMs) > ABANDONED_MS) return 'abandoned'
  const mark = await markIn(disk, lock)
  if (mark === null) return 'gone'
  const [pid = '', host = ''] = mark.split(' ')
  if (mark !== '' && !MARK.test(mark)) return 'foreign'
  if (released.has(mark)) return 'abandoned'
  return host === thisHost() && !isRunning(Number(pid)) ? 'abandoned' : 'held'
}

async function markIn(disk: DiskCalls, lock: string): Promise<string | null> {
  const linked = await disk.readlink(lock).catch(() => null)
  if (linked !== null) return linked
  try {
    const handle = await disk.open(lock, READ_FLAGS)
    try {
      const buffer = new Uint8Array(512)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      return new TextDecoder().decode(buffer.subarray(0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}

async function remove(disk: DiskCalls, lock: string): Promise<void> {
  // Taken out of the way first: of two that find it abandoned, one removes it and not the other's new one.
  const aside = `${lock.slice(0, -'.lock'.length)}-${randomBytes(6).toString('hex')}.tmp`
  try {
    await disk.rename(lock, aside)
    await disk.unlink(aside)
  } catch {
    // The other one was first.
  }
}

/** Takes a lock away that nobody holds any more; leftovers of a process that was killed. */
export async function clearLock(disk: DiskCalls, lock: string): Promise<void> {
  if ((await stateOf(disk, lock)) === 'abandoned') await remove(disk, lock)
}

/** Takes away all locks that nobody holds any more. */
export async function clearLocks(disk: DiskCalls): Promise<void> {
  const entries = await disk.readdir(disk.lockFolder, { withFileTypes: true }).catch(() => [])
  for (const { name } of entries) {
    if (name.endsWith('.lock')) await clearLock(disk, join(disk.lockFolder, name))
  }
}
