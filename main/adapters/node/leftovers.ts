import { basename, join } from 'node:path'
import { extensionOf, withoutExtension } from '../../../shared/domain/fileName'
import { createWhole } from './createWhole'
import type { DiskCalls } from './diskCalls'
import { codeOf } from './diskErrors'
import { discard } from './durableWrite'
import { readWhole, revisionOf } from './openedFile'
import { isRunning } from './processes'
import { clearLock, isLockName } from './saveLock'
import { readBackup } from './writeInPlace'

const LEFTOVER = /^\.galley-([0-9a-z]+)-[0-9a-f]{12}\.(tmp|bak)$/

/** Whether a file of this name was put there by a save, for the moment of the save. */
export function isPassingName(name: string): boolean {
  return LEFTOVER.test(name) || isLockName(name)
}

/**
 * Clears up after saves that were cut off with their process. An unfinished new file goes away; a
 * backup goes away unless its file was left half written, and then its text becomes an article again.
 * Answers with a sentence for a person where that happened.
 */
export async function clearLeftover(disk: DiskCalls, file: string): Promise<string | null> {
  if (isLockName(basename(file))) await clearLock(disk, file)
  const match = LEFTOVER.exec(basename(file))
  if (!match) return null
  const [, pid = '', ending] = match
  const stats = await disk.lstat(file).catch(() => null)
  if (!stats?.isFile() || isInUse(Number.parseInt(pid, 36), stats.mtimeMs)) return null
  if (ending === 'bak') return recover(disk, file)
  await discard(disk, file)
  return null
}

/** A process that still runs may be in the middle of its save; numbers are reused, our own one too. */
function isInUse(pid: number, modified: number): boolean {
  if (pid === process.pid) return modified >= performance.timeOrigin
  return isRunning(pid)
}

async function recover(disk: DiskCalls, file: string): Promise<string | null> {
  const name = basename(file)
  const { bytes } = await readWhole(disk, file, { name, maxBytes: Number.POSITIVE_INFINITY })
  const backup = readBackup(bytes)
  if (backup === null) {
    await discard(disk, file)
    return null
  }
  const { header, old } = backup
  const target = join(file, '..', header.file)
  const now = await readWhole(disk, target, { name, maxBytes: Number.POSITIVE_INFINITY }).catch(
    () => null,
  )
  const revision = now ? revisionOf(now.bytes) : null
  if (revision === header.old || revision === header.next) {
    await discard(disk, file)
    return null
  }
  const recovered = await createBeside(disk, target, old)
  await discard(disk, file)
  return `A save of “${header.file}” was cut off. Its text from before is in “${recovered}”.`
}

async function createBeside(disk: DiskCalls, target: string, bytes: Uint8Array): Promise<string> {
  const name = basename(target)
  const stem = withoutExtension(name)
  for (let n = 1; ; n++) {
    const beside = `${stem}-recovered${n === 1 ? '' : `-${n}`}${extensionOf(name)}`
    try {
      await createWhole(disk, join(target, '..', beside), bytes)
      return beside
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
