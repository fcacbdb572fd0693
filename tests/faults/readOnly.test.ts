import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type DiskCalls, nodeDisk } from '../../main/adapters/node/diskCalls'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { keepMineAsCopy } from '../../renderer/state/actions/articleConflict'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { exportArticle } from '../../renderer/state/actions/exporting'
import { nodeHost } from '../support/hosts'
import { failure, faultyDisk } from './faultyDisk'
import { deskOn, state, type } from './writing'

const TALKS = '---\ntitle: Talks\n---\n\nFive hours.\n'

it('R14 a read-only article says so, and is saved as a copy to go on with', async () => {
  const host = await nodeHost()
  await host.disk.put('talks.md', TALKS)
  await fs.chmod(join(host.disk.root, 'talks.md'), 0o444)
  const test = await deskOn(host)
  const { article } = test.desk.stores
  const { view } = article.getState()
  expect(view).toMatchObject({ opened: { readOnly: expect.stringMatching(/read-only/) } })
  await keepMineAsCopy(test.desk)
  expect(test.notices().join()).toMatch(/A copy is kept as “talks-copy\.md”/)
  expect(article.getState().summary?.fileName).toBe('talks-copy.md')
  expect(await host.disk.text('talks-copy.md')).toBe(TALKS)
  expect(await host.disk.text('talks.md')).toBe(TALKS)
  await test.close()
})

const NEW = TALKS.replace('hours.', 'hours. More.')

/** A disk of which a part takes nothing for as long as it is locked. */
function lockable(code: string): { readonly disk: DiskCalls; lock: string } {
  const lockable = { disk: nodeDisk, lock: '' }
  const WRITES = ['rename', 'link', 'unlink', 'symlink', 'mkdir']
  const real = faultyDisk(({ name, path }) => {
    const isInside = lockable.lock !== '' && path.includes(lockable.lock)
    if (isInside && WRITES.includes(name)) throw failure(code)
  })
  lockable.disk = {
    ...real,
    access: (path, mode) =>
      lockable.lock !== '' && path.includes(lockable.lock)
        ? Promise.reject(failure(code))
        : real.access(path, mode),
    open: (path, flags, mode) =>
      lockable.lock !== '' && path.includes(lockable.lock) && flags === 'wx'
        ? Promise.reject(failure(code))
        : real.open(path, flags, mode),
  }
  return lockable
}

it.each([
  ['EACCES', /“talks\.md” is read-only/],
  ['EROFS', /“talks\.md” is on a disk that cannot be written to/],
])(
  'R13 an article whose folder refuses with %s keeps its words on the page, and saves them as a copy elsewhere',
  async (code, sentence) => {
    const part = lockable(code)
    const host = await nodeHost({ files: createNodeFileStore(part.disk) })
    await host.disk.put('locked/talks.md', TALKS)
    const test = await deskOn(host)
    part.lock = '/locked'
    type(test, 0, ' More.')
    await saveNow(test.desk)
    expect(state(test).save).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(sentence),
    })
    await keepMineAsCopy(test.desk)
    expect(test.notices().join()).toMatch(/is kept as “talks-my-version\.md”/)
    expect(await host.disk.text('talks-my-version.md')).toBe(NEW)
    expect(await host.disk.text('locked/talks.md')).toBe(TALKS)
    await test.close()
  },
)

it('R13 a library that takes no copy leaves the words on the page, and saving goes on when it does', async () => {
  const part = lockable('EROFS')
  const host = await nodeHost({ files: createNodeFileStore(part.disk) })
  await host.disk.put('talks.md', TALKS)
  const test = await deskOn(host)
  part.lock = host.disk.root
  type(test, 0, ' More.')
  await saveNow(test.desk)
  expect(state(test).save.kind).toBe('failed')
  await keepMineAsCopy(test.desk)
  expect(test.notices().join()).toMatch(/No copy could be made in this library/)
  // An export is made of the file, which would not have the words.
  const { summary } = state(test)
  if (summary === null) throw new Error('Nothing is open.')
  expect(
    await exportArticle(test.desk, { id: summary.id, format: 'markdown', where: 'beside' }),
  ).toMatchObject({ kind: 'failed', message: expect.stringMatching(/could not be saved/) })
  part.lock = ''
  await saveNow(test.desk)
  expect(await host.disk.text('talks.md')).toBe(NEW)
  await test.close()
})
