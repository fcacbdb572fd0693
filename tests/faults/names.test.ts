import * as fs from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import type { Root } from '../../main/ports/fileStore'
import { createModelDisk } from './modelDisk'
import {
  bytes,
  everything,
  revision,
  type TemporaryLibrary,
  temporaryLibrary,
} from './temporaryLibrary'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => library.dispose())

const files = createNodeFileStore()
const old = revision('Old.\n')

it('R19 a circle of links is told of, and holds nothing up', async () => {
  await fs.symlink('two.md', library.at('one.md'))
  await fs.symlink('one.md', library.at('two.md'))
  await fs.symlink('.', library.at('itself'))
  await fs.mkdir(library.at('sub'))
  await fs.symlink('..', library.at('sub/up'))
  const { files: found } = await files.list(library.root, everything)
  expect(found.map(({ path }) => path)).toEqual(['a.md', 'one.md', 'two.md'])
  expect(found[1]?.problem).toMatch(/one\.md/)
  const read = files.read(library.root, 'one.md', { maxBytes: 100 })
  await expect(read).rejects.toThrow(/“one\.md”/)
})

it('R24 a name as long as names get is saved, and stays as it is', async () => {
  const name = `${'n'.repeat(252)}.md`
  await fs.writeFile(library.at(name), 'Old.\n')
  await files.replace(library.root, name, bytes('New.\n'), old)
  expect(await library.text(name)).toBe('New.\n')
  expect(await library.names()).toEqual(['a.md', name])
})

it('R40 the same name in NFC and in NFD is two files here, and neither is spelled anew', async () => {
  const names = ['\u00e9t\u00e9.md', 'e\u0301te\u0301.md']
  for (const name of names) await fs.writeFile(library.at(name), 'Old.\n')
  for (const name of names) await files.replace(library.root, name, bytes(`${name}\n`), old)
  const found = (await files.list(library.root, everything)).files.map(({ path }) => path)
  expect(found.sort()).toEqual(['a.md', ...names].sort())
  for (const name of names) expect(await library.text(name)).toBe(`${name}\n`)
})

it('R40 a disk that folds NFC into NFD finds the article under either name', async () => {
  const disk = createModelDisk({ foldsMarks: true })
  disk.folder('/library')
  disk.put('/library/\u00e9t\u00e9.md', 'Old.\n')
  const store = createNodeFileStore(disk.calls)
  await store.replace('/library' as Root, 'e\u0301te\u0301.md', bytes('New.\n'), old)
  await store.replace('/library' as Root, '\u00e9t\u00e9.md', bytes('Newer.\n'), revision('New.\n'))
  expect([...disk.contents('/library').values()].map(String)).toEqual([String(bytes('Newer.\n'))])
})

it('R39 a rename that changes the case only leaves one file, with all of its bytes', async () => {
  const disk = createModelDisk({ foldsCase: true })
  disk.folder('/library')
  disk.put('/library/talks.md', 'Old.\n')
  await createNodeFileStore(disk.calls).move('/library' as Root, 'talks.md', 'Talks.md')
  const left = [...disk.contents('/library')].map(([path, content]) => [path, String(content)])
  expect(left).toEqual([['Talks.md', String(bytes('Old.\n'))]])
})

it('R39 the same on a disk where both names can be', async () => {
  await files.move(library.root, 'a.md', 'A.md')
  expect(await library.names()).toEqual(['A.md'])
  expect(await library.text('A.md')).toBe('Old.\n')
})

it('R55 a change that leaves size and time as they were is a change', async () => {
  const { atime, mtime } = await fs.stat(library.at('a.md'))
  await fs.writeFile(library.at('a.md'), 'Odd.\n')
  await fs.utimes(library.at('a.md'), atime, mtime)
  const save = files.replace(library.root, 'a.md', bytes('New.\n'), old)
  await expect(save).rejects.toMatchObject({ code: 'conflict' })
  expect(await library.text('a.md')).toBe('Odd.\n')
})

it('R55 times of long ago and long hence do not matter to a save', async () => {
  let before = old
  for (const year of ['1980-01-01', '2107-12-31']) {
    await fs.utimes(library.at('a.md'), new Date(year), new Date(year))
    const { revision: now } = await files.replace(library.root, 'a.md', bytes(`${year}\n`), before)
    before = now
    expect(await library.text('a.md')).toBe(`${year}\n`)
  }
})
