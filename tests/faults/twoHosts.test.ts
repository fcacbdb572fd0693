import * as fs from 'node:fs/promises'
import { hostname } from 'node:os'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { failure, faultyDisk } from './faultyDisk'
import { compile, endAll, start } from './savingProcess'
import {
  bytes,
  everything,
  revision,
  type TemporaryLibrary,
  temporaryLibrary,
} from './temporaryLibrary'
import { untagged } from './untagged'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => {
  endAll()
  library.dispose()
})

const files = createNodeFileStore()
const old = revision('Old.\n')
const theirs = revision('Theirs.\n')

it('R33 two Galleys on one article lose no line of either in a thousand saves', async () => {
  const program = await compile('adder.ts')
  const both = ['ana', 'ben'].map((who) => start(program, [library.root, 'a.md', who, '500']))
  await Promise.all(both.map((process) => process.said('ready')))
  for (const process of both) process.begin()
  await Promise.all(both.map(({ over }) => over))
  program.dispose()
  const lines = (await library.text('a.md')).split('\n')
  for (const who of ['ana', 'ben']) {
    expect(lines.filter((line) => line.startsWith(who))).toEqual(
      Array.from({ length: 500 }, (_, n) => `${who}${n}`),
    )
  }
  expect(await library.names()).toEqual(['a.md'])
})

it.each([
  ['with links', undefined],
  ['without links', 'EPERM'],
])('R33 two saves at once on a disk %s: one is told of a conflict', async (_, code) => {
  const store = createNodeFileStore(
    faultyDisk(({ name }) => {
      if (name === 'symlink' && code !== undefined) throw failure(code)
    }, untagged),
  )
  for (let round = 0; round < 100; round++) {
    await fs.writeFile(library.at('a.md'), 'Old.\n')
    const outcomes = await Promise.allSettled([
      store.replace(library.root, 'a.md', bytes('One.\n'), old),
      store.replace(library.root, 'a.md', bytes('Two.\n'), old),
    ])
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await library.text('a.md')).toBe(['One.\n', 'Two.\n'][won])
    expect(outcomes[1 - won]).toMatchObject({ reason: { code: 'conflict' } })
  }
  expect(await library.names()).toEqual(['a.md'])
})

const lockName = async (): Promise<string> => {
  let found = ''
  const store = createNodeFileStore(
    faultyDisk(({ name, path }) => {
      if (name === 'symlink') found = path
    }),
  )
  await store.replace(library.root, 'a.md', bytes('Old!\n'), old)
  await fs.writeFile(library.at('a.md'), 'Old.\n')
  return found
}

it('R34 a lock of a process that is gone, or is long past, holds nobody up', async () => {
  const lock = await lockName()
  const dead = 2 ** 22 + 1
  await fs.symlink(`${dead} ${hostname().replace(/\s+/g, '-')} 0123456789ab`, lock)
  await files.replace(library.root, 'a.md', bytes('New.\n'), old)
  await fs.symlink(`${process.ppid} elsewhere 0123456789ab`, lock)
  const past = Date.now() / 1000 - 60
  await fs.lutimes(lock, past, past)
  await files.replace(library.root, 'a.md', bytes('Newer.\n'), revision('New.\n'))
  expect(await library.text('a.md')).toBe('Newer.\n')
  expect(await library.names()).toEqual(['a.md'])
})

it('R34 a save on another machine is waited for, and told of when it takes too long', async () => {
  const lock = await lockName()
  await fs.symlink('77 elsewhere 0123456789ab', lock)
  // However long this machine takes, the other one has only just begun.
  const store = createNodeFileStore(
    faultyDisk(async ({ name, path }) => {
      const now = Date.now() / 1000
      if (name === 'lstat' && path === lock) await fs.lutimes(lock, now, now)
    }),
  )
  await expect(store.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/Another Galley is saving “a.md”/),
  })
  expect(await library.text('a.md')).toBe('Old.\n')
})

it('R64 what was planted under the names of passing files is not written through, nor in the way', async () => {
  const lock = await lockName()
  await fs.writeFile(library.at('../victim.md'), 'Victim.\n')
  await fs.symlink('../victim.md', lock)
  await files.replace(library.root, 'a.md', bytes('New.\n'), old)
  await fs.unlink(lock)
  await fs.mkdir(lock)
  await files.replace(library.root, 'a.md', bytes('Newer.\n'), revision('New.\n'))
  await files.list(library.root, everything)
  expect(await library.text('a.md')).toBe('Newer.\n')
  expect(await library.text('../victim.md')).toBe('Victim.\n')
})

it('R64 a passing file’s name is made anew for each save, and never one that is there', async () => {
  const planted: string[] = []
  const attacked = createNodeFileStore(
    faultyDisk(async ({ name, path }) => {
      if (name !== 'open' || !path.endsWith('.tmp')) return
      planted.push(path)
      await fs.symlink('../victim.md', path)
    }),
  )
  await fs.writeFile(library.at('../victim.md'), 'Victim.\n')
  for (let round = 0; round < 3; round++) {
    await expect(attacked.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toThrow()
  }
  expect(new Set(planted).size).toBe(3)
  expect(await library.text('../victim.md')).toBe('Victim.\n')
  expect(await library.text('a.md')).toBe('Old.\n')
})

it('R29 what another program writes between our looks and the rename is kept', async () => {
  for (const moment of ['write', 'sync', 'close', 'symlink']) {
    await fs.writeFile(library.at('a.md'), 'Old.\n')
    const raced = createNodeFileStore(
      faultyDisk(async ({ name, path }) => {
        if (name === moment && (path.includes('.galley') || path.endsWith('.lock'))) {
          await fs.writeFile(library.at('a.md'), 'Theirs.\n')
        }
      }),
    )
    await expect(raced.replace(library.root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
      code: 'conflict',
      details: { theirs },
    })
    expect(await library.text('a.md')).toBe('Theirs.\n')
    expect(await library.names()).toEqual(['a.md'])
  }
})
