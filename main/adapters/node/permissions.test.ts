import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Root } from '../../ports/fileStore'
import { createNodeFileStore } from './nodeFileStore'
import { createNodeFolders } from './nodeFolders'
import { revisionOf } from './openedFile'

const NOBODY = 65_534
const everything = { acceptsFile: () => true, acceptsFolder: () => true }
const old = revisionOf(new TextEncoder().encode('Old.\n'))
const files = createNodeFileStore()

let root: Root
beforeEach(async () => {
  root = (await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'galley-test-')))) as Root
  await fs.mkdir(join(root, 'closed'))
  await fs.writeFile(join(root, 'a.md'), 'Old.\n')
  await fs.writeFile(join(root, 'closed/b.md'), 'Old.\n')
  if (process.getuid?.() === 0) {
    for (const path of ['.', 'a.md', 'closed', 'closed/b.md'])
      await fs.chown(join(root, path), NOBODY, NOBODY)
  }
})
afterEach(() => fs.rm(root, { recursive: true, force: true }))

/** The administrator may do anything, so the work is done as somebody who may not. */
async function asAnybody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work()
  process.setegid?.(NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(0)
  }
}

it('lists a folder that may not be read with the reason, and the rest', async () => {
  await fs.chmod(join(root, 'closed'), 0o000)
  const listing = await asAnybody(() => files.list(root, everything))
  expect(listing.files.map(({ path }) => path)).toEqual(['a.md'])
  expect(listing.problems).toEqual([expect.stringMatching(/“closed”.*permissions/)])
  await fs.chmod(join(root, 'closed'), 0o755)
})

it('does not open a folder that may not be read', async () => {
  await fs.chmod(join(root, 'closed'), 0o000)
  const folders = createNodeFolders({ home: root })
  await expect(asAnybody(() => folders.open(join(root, 'closed')))).rejects.toMatchObject({
    code: 'denied',
    message: expect.stringContaining('closed'),
  })
  await fs.chmod(join(root, 'closed'), 0o755)
})

it('refuses a file that may not be read', async () => {
  await fs.chmod(join(root, 'a.md'), 0o000)
  await expect(asAnybody(() => files.read(root, 'a.md', { maxBytes: 99 }))).rejects.toMatchObject({
    code: 'denied',
    message: expect.stringContaining('a.md'),
  })
})

it('writes nothing where a folder is read-only, not even into the file itself', async () => {
  await fs.chmod(join(root, 'closed'), 0o555)
  const save = asAnybody(() => files.replace(root, 'closed/b.md', new Uint8Array([65]), old))
  await expect(save).rejects.toMatchObject({ code: 'denied' })
  await expect(
    asAnybody(() => files.create(root, 'closed/new.md', new Uint8Array([65]))),
  ).rejects.toMatchObject({ code: 'denied' })
  expect(await fs.readFile(join(root, 'closed/b.md'), 'utf8')).toBe('Old.\n')
  expect(await fs.readdir(join(root, 'closed'))).toEqual(['b.md'])
  await fs.chmod(join(root, 'closed'), 0o755)
})
