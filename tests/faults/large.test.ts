import { mkdirSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemoryWatcher } from '../../main/adapters/memory/memoryWatcher'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { systemClock } from '../../main/adapters/node/nodeSystem'
import { createNodeWatcher } from '../../main/adapters/node/nodeWatcher'
import { createBackend } from '../../main/backend'
import { createDirectClient } from '../../shared/api/direct'
import { eventually } from '../support/eventually'
import { portsIn } from './crashPorts'
import { everything, type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'

let library: TemporaryLibrary
beforeEach(async () => {
  library = await temporaryLibrary()
})
afterEach(() => library.dispose())

const MEGABYTE = 1024 * 1024

it.each([
  ['a file of 100 MB', 100],
  ['a line of 20 MB', 20],
])('R51 refuses %s with the reason, and leaves it as it is', async (what, megabytes) => {
  const handle = await fs.open(library.at('huge.md'), 'w')
  // A file with holes takes no room on the disk and reads as if it did.
  if (what.startsWith('a line')) await handle.writeFile('word '.repeat((megabytes * MEGABYTE) / 5))
  await handle.truncate(megabytes * MEGABYTE)
  await handle.close()
  const before = await fs.stat(library.at('huge.md'))
  const backend = createBackend({ ...portsIn(library.home), watcher: createMemoryWatcher() })
  const client = createDirectClient(backend, { checkOutput: true })
  const home = await client.call('folders.browse', {})
  const folder = home.children.find(({ name }) => name === 'library')?.folder
  if (folder === undefined) throw new Error('The library is not there.')
  await client.call('library.open', { folder })
  const { articles } = await client.call('library.list', {})
  const huge = articles.find(({ fileName }) => fileName === 'huge.md')
  if (huge === undefined) throw new Error('The huge file is not listed.')
  await expect(client.call('articles.open', { id: huge.id })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(`“huge.md” is ${megabytes} MB large.*up to 10 MB`),
  })
  // An article that would grow beyond that is not cut to fit either.
  const small = articles.find(({ fileName }) => fileName === 'a.md')
  if (small === undefined) throw new Error('The article is not listed.')
  const opened = await client.call('articles.open', { id: small.id })
  await expect(
    client.call('articles.save', {
      id: small.id,
      base: opened.revision,
      text: 'word '.repeat((11 * MEGABYTE) / 5),
    }),
  ).rejects.toMatchObject({ message: expect.stringMatching('larger than 10 MB') })
  await backend.dispose()
  const after = await fs.stat(library.at('huge.md'))
  expect([after.size, after.mtimeMs]).toEqual([before.size, before.mtimeMs])
  expect(await library.text('a.md')).toBe('Old.\n')
})

it('R52 lists and watches ten thousand files in a thousand folders, some 200 deep', async () => {
  const FOLDERS = 800
  const DEEP = Array.from({ length: 200 }, (_, depth) => `d${depth}`).join('/')
  mkdirSync(library.at(DEEP), { recursive: true })
  for (let folder = 0; folder < FOLDERS; folder++) mkdirSync(library.at(`f${folder}`))
  for (let n = 1; n < 10_000; n++) {
    writeFileSync(library.at(n % 2 === 0 ? `f${n % FOLDERS}/${n}.md` : `${n}.md`), '')
  }
  const listing = await createNodeFileStore().list(library.root, everything)
  expect(listing.files).toHaveLength(10_000)
  expect(listing.folders).toHaveLength(1_000)
  expect(listing.problems).toEqual([])
  const heard = new Set<string>()
  const degraded: string[] = []
  const stop = await createNodeWatcher(systemClock).watch(library.root, {
    changed: (paths) => paths?.forEach((path) => void heard.add(path)),
    degraded: (reason) => degraded.push(reason),
  })
  writeFileSync(library.at(`${DEEP}/deepest.md`), 'x')
  // Where the system has no watches left, it is said, and the folder is looked at from time to time.
  await eventually(() => expect(heard.has(`${DEEP}/deepest.md`) || degraded.length > 0).toBe(true))
  await stop()
})
