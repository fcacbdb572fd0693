import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import type { Root } from '../../ports/fileStore'
import type { AppData } from '../../ports/host'
import { codeOf, diskError } from './diskErrors'
import { createNodeFileStore } from './nodeFileStore'
import { revisionOf } from './openedFile'

/** Galley's own files in one folder, written as carefully as articles. */
export function createNodeAppData(folder: string): AppData {
  const files = createNodeFileStore()

  async function root(): Promise<Root> {
    try {
      await fs.mkdir(folder, { recursive: true, mode: 0o700 })
      return (await fs.realpath(folder)) as Root
    } catch (error) {
      throw diskError(error, folder)
    }
  }

  return {
    async read(name) {
      try {
        return await fs.readFile(join(folder, name), 'utf8')
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw diskError(error, name)
      }
    },

    async write(name, text) {
      const bytes = new TextEncoder().encode(text)
      const place = await root()
      const now = await fs.readFile(join(place, name)).catch(() => null)
      if (now === null) await files.create(place, name, bytes)
      else await files.replace(place, name, bytes, revisionOf(now))
    },

    async setAside(name) {
      const place = await root()
      for (let n = 1; ; n++) {
        const kept = `${name}.unreadable${n === 1 ? '' : `-${n}`}`
        if ((await files.stat(place, kept)) !== null) continue
        await files.move(place, name, kept)
        return kept
      }
    },
  }
}
