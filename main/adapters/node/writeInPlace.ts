import { basename, dirname } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { DiskCalls } from './diskCalls'
import {
  discard,
  expectRevision,
  passingName,
  settle,
  syncFolder,
  writeAll,
  writePassing,
} from './durableWrite'
import { revisionOf } from './openedFile'
import { holding } from './saveLock'

/** First line of a backup: what it is a copy of, and what was about to be written. */
export interface BackupHeader {
  readonly file: string
  readonly old: Revision
  readonly next: Revision
}

const NEWLINE = 0x0a

export function backupBytes(header: BackupHeader, old: Uint8Array): Uint8Array {
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`)
  const bytes = new Uint8Array(line.length + old.length)
  bytes.set(line)
  bytes.set(old, line.length)
  return bytes
}

/** A backup's two parts; `null` for one that was never finished, whose file was then never touched. */
export function readBackup(
  bytes: Uint8Array,
): { readonly header: BackupHeader; readonly old: Uint8Array } | null {
  const end = bytes.indexOf(NEWLINE)
  if (end === -1) return null
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)))
    const old = bytes.subarray(end + 1)
    if (!isHeader(header) || header.old !== revisionOf(old)) return null
    return { header, old }
  } catch {
    return null
  }
}

function isHeader(value: unknown): value is BackupHeader {
  return (
    typeof value === 'object' &&
    value !== null &&
    'file' in value &&
    typeof value.file === 'string' &&
    value.file === basename(value.file) &&
    'old' in value &&
    typeof value.old === 'string' &&
    'next' in value &&
    typeof value.next === 'string'
  )
}

/**
 * Writes into the file itself, for those that a rename would part from what they belong to: other
 * names of the same file, an owner we cannot give it. The old bytes are on the disk beside it first,
 * and are put back when the write fails; after a crash the next start finds them (see leftovers).
 */
export async function writeInPlace(
  disk: DiskCalls,
  target: string,
  bytes: Uint8Array,
  expected: Revision,
): Promise<void> {
  const folder = dirname(target)
  const { bytes: old } = await expectRevision(disk, target, expected)
  const backup = passingName(folder, 'bak')
  const header = { file: basename(target), old: expected, next: revisionOf(bytes) }
  await writePassing(disk, backup, backupBytes(header, old))
  let isTouched = false
  try {
    await syncFolder(disk, folder)
    await holding(disk, target, async () => {
      await expectRevision(disk, target, expected)
      isTouched = true
      await overwrite(disk, target, bytes).catch(async (error: unknown) => {
        await putBack(disk, { target, old, backup })
        throw error
      })
    })
  } catch (error) {
    if (!isTouched) await discard(disk, backup)
    throw error
  }
  await discard(disk, backup)
}

async function overwrite(disk: DiskCalls, target: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(target, 'r+')
  try {
    await writeAll(handle, bytes)
    await handle.truncate(bytes.length)
    await settle(handle, bytes.length)
  } finally {
    await handle.close()
  }
}

async function putBack(
  disk: DiskCalls,
  { target, old, backup }: { target: string; old: Uint8Array; backup: string },
): Promise<void> {
  try {
    await overwrite(disk, target, old)
  } catch {
    const name = basename(target)
    throw new AppError(
      'unavailable',
      `“${name}” could not be written, and its old text could not be put back. It is kept in “${basename(backup)}” in the same folder.`,
    )
  }
  await discard(disk, backup)
}
