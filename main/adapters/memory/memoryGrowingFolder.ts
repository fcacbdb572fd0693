import { AppError } from '../../../shared/api/errors'
import type { GrowingFolder } from '../../ports/growingFolder'

/** A folder of Galley's own for as long as a test runs. */
export function createMemoryGrowingFolder(
  files: Map<string, Uint8Array> = new Map(),
): GrowingFolder {
  return {
    displayPath: 'memory',
    list: async () =>
      [...files].map(([name, bytes]) => ({ name, size: bytes.length, modified: 0 })),
    async read(name, range) {
      const bytes = files.get(name)
      if (bytes === undefined) return null
      return range ? bytes.slice(range.from, range.from + range.length) : bytes.slice()
    },
    async append(name, bytes, at) {
      const now = files.get(name)
      if (now === undefined && at > 0) throw new AppError('not-found', `“${name}” is gone.`)
      const before = now ?? new Uint8Array()
      if (before.length !== at) {
        const size = before.length
        throw new AppError('conflict', `“${name}” is not as it was left.`, { size })
      }
      const joined = new Uint8Array(at + bytes.length)
      joined.set(before)
      joined.set(bytes, at)
      files.set(name, joined)
    },
    async write(name, bytes) {
      files.set(name, bytes.slice())
    },
    async remove(name) {
      files.delete(name)
    },
  }
}
