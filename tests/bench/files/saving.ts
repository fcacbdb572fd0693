import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNodeFileStore } from '../../../main/adapters/node/nodeFileStore'
import { revisionOf } from '../../../main/adapters/node/openedFile'
import type { Root } from '../../../main/ports/fileStore'
import { medians, type Way } from './measure'

const ROUNDS = 60
const NAME = 'article.md'

export interface SavingResult {
  readonly size: number
  readonly plain: number
  readonly rename: number
  readonly ours: number
}

async function synced(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(path, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await fs.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Saves an article of this size again and again, each time with other bytes. */
export async function measureSaving(size: number): Promise<SavingResult> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-bench-')))
  const files = createNodeFileStore()
  const root = folder as Root
  let version = 0
  const next = (): Uint8Array => new TextEncoder().encode(`${version++}\n`.padEnd(size, 'word '))
  const first = next()
  const [plain, barely, ours] = ['plain', 'rename', 'ours'].map((name) => join(folder, name))
  if (plain === undefined || barely === undefined || ours === undefined)
    throw new Error('no folder')
  for (const path of [plain, barely, ours]) {
    await fs.mkdir(path)
    await fs.writeFile(join(path, NAME), first)
  }
  let revision = revisionOf(first)
  await files.foresee(root, `ours/${NAME}`)
  let bytes = next()
  const prepare = async (): Promise<void> => {
    bytes = next()
  }
  const ways: readonly Way[] = [
    { name: 'plain', prepare, run: () => synced(join(plain, NAME), bytes) },
    {
      name: 'rename',
      prepare,
      async run() {
        await synced(join(barely, 'new'), bytes)
        await fs.rename(join(barely, 'new'), join(barely, NAME))
        await syncFolder(barely)
      },
    },
    {
      name: 'ours',
      prepare,
      async run() {
        revision = (await files.replace(root, `ours/${NAME}`, bytes, revision)).revision
      },
    },
  ]
  try {
    const times = await medians(ways, ROUNDS)
    return { size, plain: times[0] ?? 0, rename: times[1] ?? 0, ours: times[2] ?? 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
