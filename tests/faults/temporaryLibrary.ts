import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { revisionOf } from '../../main/adapters/node/openedFile'
import type { Root } from '../../main/ports/fileStore'
import type { Revision } from '../../shared/domain/article'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
export const revision = (text: string): Revision => revisionOf(bytes(text))

export const everything = { acceptsFile: () => true, acceptsFolder: () => true }

/** A folder on the real disk with one article, `a.md`, that holds `Old.` */
export interface TemporaryLibrary {
  readonly root: Root
  readonly home: string
  at(path: string): string
  text(path: string): Promise<string>
  names(): Promise<readonly string[]>
  dispose(): void
}

export async function temporaryLibrary(): Promise<TemporaryLibrary> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'galley-faults-')))
  const root = join(home, 'library') as Root
  mkdirSync(root)
  const at = (path: string): string => join(root, path)
  await fs.writeFile(at('a.md'), 'Old.\n')
  return {
    root,
    home,
    at,
    text: (path) => fs.readFile(at(path), 'utf8'),
    names: async () => (await fs.readdir(root)).sort(),
    dispose: () => rmSync(home, { recursive: true, force: true }),
  }
}
