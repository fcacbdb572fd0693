import * as fs from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { failure, faultyDisk } from './faultyDisk'
import { bytes, revision, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => library.dispose())

const old = revision('Old.\n')

it.each([
  ['EBUSY', 5],
  ['EPERM', 2],
  ['EACCES', 2],
] as const)(
  'R15 a rename that is refused with %s is tried again after %i refusals',
  async (code, refusals) => {
    let tries = 0
    const held = createNodeFileStore(
      faultyDisk(({ name }) => {
        if (name !== 'rename') return
        tries += 1
        if (tries <= refusals) throw failure(code)
      }),
    )
    await held.replace(library.root, 'a.md', bytes('New.\n'), old)
    expect(tries).toBe(refusals + 1)
    expect(await library.text('a.md')).toBe('New.\n')
    expect(await library.names()).toEqual(['a.md'])
  },
)

it('R15 a rename that goes on being refused fails where it is seen, and the old article stays', async () => {
  let tries = 0
  const held = createNodeFileStore(
    faultyDisk(({ name }) => {
      if (name !== 'rename') return
      tries += 1
      throw failure('EBUSY')
    }),
  )
  await expect(held.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/Another program is holding “a.md”/),
  })
  expect(tries).toBeGreaterThanOrEqual(5)
  expect(await library.text('a.md')).toBe('Old.\n')
  expect(await library.names()).toEqual(['a.md'])
})

it.each(['EXDEV', 'ENOSYS'])(
  'R16 where the disk answers a rename with %s, a backup is synced before the file itself is written',
  async (code) => {
    const order: string[] = []
    const odd = createNodeFileStore(
      faultyDisk(({ name, path }) => {
        if (name === 'rename') throw failure(code)
        if (name === 'write' || name === 'sync') {
          order.push(
            `${name} ${path.endsWith('.bak') ? 'backup' : path.endsWith('a.md') ? 'article' : ''}`,
          )
        }
      }),
    )
    await odd.replace(library.root, 'a.md', bytes('New.\n'), old)
    expect(order.indexOf('sync backup')).toBeGreaterThan(-1)
    expect(order.indexOf('sync backup')).toBeLessThan(order.indexOf('write article'))
    expect(order.at(-1)).toBe('sync article')
    expect(await library.text('a.md')).toBe('New.\n')
    expect(await library.names()).toEqual(['a.md'])
  },
)

it.each(['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR'])(
  'R17 where a folder cannot be synced (%s) a save succeeds all the same',
  async (code) => {
    const plain = createNodeFileStore(
      faultyDisk(({ name, path }) => {
        if (name === 'sync' && path === library.root) throw failure(code)
      }),
    )
    await plain.replace(library.root, 'a.md', bytes('New.\n'), old)
    expect(await library.text('a.md')).toBe('New.\n')
  },
)

it.each(['EISDIR', 'EACCES'])(
  'R17 where a folder cannot even be opened (%s) a save succeeds all the same',
  async (code) => {
    const plain = createNodeFileStore(
      faultyDisk(({ name, path }) => {
        if (name === 'open' && path === library.root) throw failure(code)
      }),
    )
    await plain.replace(library.root, 'a.md', bytes('New.\n'), old)
    expect(await library.text('a.md')).toBe('New.\n')
  },
)

it('R1 any call of a save may fail once, and the save after it succeeds', async () => {
  // Which calls there are is found out by the first save, in which none fails.
  let calls: string[] = []
  await createNodeFileStore(faultyDisk(({ name }) => void calls.push(name))).replace(
    library.root,
    'a.md',
    bytes('New.\n'),
    old,
  )
  const names = calls
  expect(names.length).toBeGreaterThan(15)
  for (const [failing, name] of names.entries()) {
    for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EDQUOT', 'ETIMEDOUT', 'ESTALE']) {
      await fs.writeFile(library.at('a.md'), 'Old.\n')
      calls = []
      const store = createNodeFileStore(
        faultyDisk(({ index }) => {
          if (index === failing) throw failure(code)
        }),
      )
      const outcome = await store.replace(library.root, 'a.md', bytes('New.\n'), old).then(
        () => 'saved',
        (error: unknown) => String(error),
      )
      const now = await library.text('a.md')
      const where = `${code} from ${name}, call ${failing}: ${outcome}`
      expect(['Old.\n', 'New.\n'], where).toContain(now)
      if (outcome === 'saved') expect(now, where).toBe('New.\n')
      else expect(outcome, where).toMatch(/“a.md”/)
      expect(await library.names(), where).toEqual(['a.md'])
      if (now === 'Old.\n') {
        await createNodeFileStore().replace(library.root, 'a.md', bytes('New.\n'), old)
      }
      expect(await library.text('a.md'), where).toBe('New.\n')
    }
  }
})
