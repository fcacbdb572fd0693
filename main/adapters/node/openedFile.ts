import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { AppError } from '../../../shared/api/errors'
import type { Revision } from '../../../shared/domain/article'
import type { FileState } from '../../ports/fileStore'
import type { DiskCalls, DiskHandle, DiskStats } from './diskCalls'

export function revisionOf(bytes: Uint8Array): Revision {
  return createHash('sha256').update(bytes).digest('hex') as Revision
}

export function stateOf(stats: DiskStats): FileState {
  return {
    size: stats.size,
    modified: Math.round(stats.mtimeMs),
    stamp: `${stats.size}:${stats.mtimeMs}:${stats.ctimeMs}:${stats.ino}`,
    // A number alone is given to a new file as soon as the old one is gone.
    ...(stats.birthtimeMs ? { file: `${stats.dev}:${stats.ino}:${stats.birthtimeMs}` } : undefined),
  }
}

/** A link put in the place of a resolved file is not followed, and a pipe does not block; both flags are absent on Windows. */
export const READ_FLAGS =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

export interface WholeFile {
  readonly bytes: Uint8Array
  readonly stats: DiskStats
}

/** Reads a regular file; anything else, and a file over the limit, is refused before a byte is read. */
export async function readWhole(
  disk: DiskCalls,
  file: string,
  { name, maxBytes }: { readonly name: string; readonly maxBytes: number },
): Promise<WholeFile> {
  const handle = await disk.open(file, READ_FLAGS)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) throw new AppError('invalid', `“${name}” is not a file.`)
    if (stats.size > maxBytes) throw tooLarge(name, stats.size, maxBytes)
    return { bytes: await readBytes(handle, { name, expected: stats.size, maxBytes }), stats }
  } finally {
    await handle.close()
  }
}

/** Reads to the end, which may have moved since the size was asked for. */
export async function readBytes(
  handle: DiskHandle,
  { name, expected, maxBytes }: { name: string; expected: number; maxBytes: number },
): Promise<Uint8Array> {
  let buffer = new Uint8Array(expected + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    length += bytesRead
    // The buffer has room for more than the file was said to hold: less than asked for is the end.
    if (bytesRead === 0 || length === expected) return buffer.subarray(0, length)
    if (length > maxBytes) throw tooLarge(name, length, maxBytes)
    if (length === buffer.length) {
      const grown = new Uint8Array(buffer.length * 2)
      grown.set(buffer)
      buffer = grown
    }
  }
}

function tooLarge(name: string, size: number, maxBytes: number): AppError {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
  return new AppError(
    'invalid',
    `“${name}” is ${megabytes(size)} large; Galley opens files up to ${megabytes(maxBytes)}. It was left as it is.`,
    { reason: 'too-large' },
  )
}
