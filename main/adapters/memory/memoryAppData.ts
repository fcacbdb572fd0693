import type { AppData } from '../../ports/host'

/** Settings and session for as long as a test runs. */
export function createMemoryAppData(files: Map<string, string> = new Map()): AppData {
  return {
    read: async (name) => files.get(name) ?? null,
    write: async (name, text) => {
      files.set(name, text)
    },
    async setAside(name) {
      const kept = `${name}.unreadable`
      files.set(kept, files.get(name) ?? '')
      files.delete(name)
      return kept
    },
  }
}
