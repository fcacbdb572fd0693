import { dirname } from 'node:path'
import type { DiskCalls } from './diskCalls'
import {
  discard,
  hasNoLinks,
  type Lasting,
  passingName,
  syncFolder,
  writePassing,
} from './durableWrite'

/** Writes a new file: its name appears with all of its bytes, and never in the place of another. */
export async function createWhole(
  disk: DiskCalls,
  target: string,
  bytes: Uint8Array,
  lasting: Lasting = 'now',
): Promise<void> {
  const folder = dirname(target)
  const passing = passingName(folder, 'tmp')
  await writePassing(disk, passing, bytes, lasting)
  try {
    await disk.link(passing, target)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    await writePassing(disk, target, bytes, lasting)
  } finally {
    await discard(disk, passing)
  }
  if (lasting === 'now') await syncFolder(disk, folder)
}
