import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import type { Root } from '../../main/ports/fileStore'
import { failure, faultyDisk } from './faultyDisk'
import { compile, endAll, type Program, startSaving } from './savingProcess'
import {
  asAnybody,
  fill,
  lackOfLoop,
  lackOfMounts,
  type Mounted,
  mountExt4,
  mountMemory,
  need,
} from './staging'
import { bytes, revision, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'
import { versionIn, versionOf } from './versions'

const files = createNodeFileStore()
let library: TemporaryLibrary
let program: Program
let disk: Mounted | null = null

beforeAll(async () => {
  program = await compile('saver.ts')
})
afterAll(() => program.dispose())
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => {
  endAll()
  disk?.dispose()
  disk = null
  library.dispose()
})

const old = revision('Old.\n')

async function articleOn(mountedDisk: Mounted): Promise<Root> {
  disk = mountedDisk
  await fs.writeFile(join(disk.path, 'a.md'), 'Old.\n')
  return disk.path as Root
}

it.for([
  ['memory', 0],
  ['memory', 300_000],
  ['ext4', 0],
  ['ext4', 300_000],
] as const)(
  'R8 R9 a %s disk with %i bytes left keeps the old article through a larger save, and takes it when there is room',
  async ([kind, leave], context) => {
    need(context, kind === 'memory' ? lackOfMounts : lackOfLoop)
    const root = await articleOn(kind === 'memory' ? mountMemory(4_000) : mountExt4(8))
    const wanted = versionOf(2, 700_000)
    fill(root, { leave })
    await expect(files.replace(root, 'a.md', wanted, old)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/disk is full.*“a.md”.*Make room/),
    })
    expect(await fs.readFile(join(root, 'a.md'), 'utf8')).toBe('Old.\n')
    expect((await fs.readdir(root)).filter((name) => name.startsWith('.galley'))).toEqual([])
    await fs.unlink(join(root, 'ballast'))
    await files.replace(root, 'a.md', wanted, old)
    expect(versionIn(await fs.readFile(join(root, 'a.md')))).toBe(2)
  },
)

it('R8 a full disk keeps a file with two names, which is written in place, as it was', async (context) => {
  need(context, lackOfMounts)
  const root = await articleOn(mountMemory(4_000))
  await fs.link(join(root, 'a.md'), join(root, 'twin.md'))
  // Room for the backup, none for the new text.
  fill(root, { leave: 200_000 })
  await expect(files.replace(root, 'a.md', versionOf(2, 700_000), old)).rejects.toThrow(
    /disk is full/,
  )
  expect(await fs.readFile(join(root, 'twin.md'), 'utf8')).toBe('Old.\n')
  expect((await fs.readdir(root)).sort()).toEqual(['a.md', 'ballast', 'twin.md'])
})

it('R10 a limit on the size of files keeps the old article', async () => {
  await fs.writeFile(library.at('a.md'), versionOf(1, 1_000))
  const saving = startSaving(
    program,
    { root: library.root, name: 'a.md', first: 2, size: 700_000 },
    ['sh', '-c', 'ulimit -f 200; exec "$@"', 'sh'],
  )
  await saving.said('ready')
  saving.begin()
  await saving.said('done')
  await saving.end()
  expect(saving.saved).toEqual([])
  expect(versionIn(await fs.readFile(library.at('a.md')))).toBe(1)
})

it('R10 a spent quota keeps the old article and is named', async () => {
  const spent = createNodeFileStore(
    faultyDisk(({ name, path }) => {
      if (name === 'write' && path.includes('.galley')) throw failure('EDQUOT')
    }),
  )
  await expect(spent.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toThrow(
    /share of the disk is full.*“a.md”/,
  )
  expect(await library.text('a.md')).toBe('Old.\n')
})

it.each(['write', 'sync', 'close'])(
  'R12 a failed %s is not asked for again: the next save writes a new file from the start',
  async (call) => {
    const met: string[] = []
    let isBroken = true
    const store = createNodeFileStore(
      faultyDisk(({ name, path }) => {
        if (!path.endsWith('.tmp')) return
        if (name === call || name === 'open') met.push(`${name} ${path}`)
        if (name === call && isBroken) throw failure('EIO')
      }),
    )
    const save = (): Promise<unknown> => store.replace(library.root, 'a.md', bytes('New.\n'), old)
    await expect(save()).rejects.toThrow(/reported an error at “a.md”/)
    expect(met.filter((each) => each.startsWith(call))).toHaveLength(1)
    expect(await library.names()).toEqual(['a.md'])
    isBroken = false
    await save()
    const opened = met.filter((each) => each.startsWith('open'))
    expect(new Set(opened).size).toBe(2)
    expect(await library.text('a.md')).toBe('New.\n')
  },
)

it('R13 a disk that was mounted read-only refuses with the reason, and nothing is cut', async (context) => {
  need(context, lackOfMounts)
  const root = await articleOn(mountMemory(100))
  disk?.remount('ro')
  const opened = await files.read(root, 'a.md', { maxBytes: 99 })
  expect(opened.readOnly).toMatch(/“a.md” is on a disk that cannot be written to/)
  await expect(files.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
    code: 'denied',
  })
  expect(await fs.readFile(join(root, 'a.md'), 'utf8')).toBe('Old.\n')
  disk?.remount('rw')
  await files.replace(root, 'a.md', bytes('New.\n'), old)
  expect(await fs.readFile(join(root, 'a.md'), 'utf8')).toBe('New.\n')
})

it('R13 a folder that may not be written to is no reason to cut the file in it', async () => {
  if (process.getuid?.() === 0) {
    await fs.chown(library.root, 65_534, 65_534)
    await fs.chown(library.at('a.md'), 65_534, 65_534)
    await fs.chmod(library.home, 0o755)
  }
  await fs.chmod(library.root, 0o555)
  await expect(
    asAnybody(() => files.replace(library.root, 'a.md', bytes('New.\n'), old)),
  ).rejects.toMatchObject({
    code: 'denied',
    message: expect.stringMatching(/folder|permissions/),
  })
  expect(await library.text('a.md')).toBe('Old.\n')
  await fs.chmod(library.root, 0o755)
})

it('R14 a read-only file is refused, not silently replaced', async () => {
  await fs.chmod(library.at('a.md'), 0o444)
  await expect(files.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
    code: 'denied',
    message: expect.stringMatching(/“a.md” is read-only. Allow writing/),
  })
  expect(await library.text('a.md')).toBe('Old.\n')
  await fs.chmod(library.at('a.md'), 0o644)
  await files.replace(library.root, 'a.md', bytes('New.\n'), old)
  expect(await library.text('a.md')).toBe('New.\n')
})
