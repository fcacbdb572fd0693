import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepMineAsCopy } from '../../renderer/state/actions/articleConflict'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { deskOver } from '../desk/testDesk'
import { nodeHost, openLibrary } from '../support/hosts'

const TALKS = '---\ntitle: Talks\n---\n\nFive hours.\n'

it('R14 a read-only article says so, and is saved as a copy to go on with', async () => {
  const host = await nodeHost()
  await host.disk.put('talks.md', TALKS)
  await fs.chmod(join(host.disk.root, 'talks.md'), 0o444)
  await openLibrary(host)
  const test = await deskOver(host)
  const { article, library } = test.desk.stores
  const talks = library.getState().articles.find(({ fileName }) => fileName === 'talks.md')
  if (talks === undefined) throw new Error('The article is not listed.')
  await openArticle(test.desk, talks.id)
  const { view } = article.getState()
  expect(view).toMatchObject({ opened: { readOnly: expect.stringMatching(/read-only/) } })
  await keepMineAsCopy(test.desk)
  expect(test.notices().join()).toMatch(/A copy is kept as “talks-copy\.md”/)
  expect(article.getState().summary?.fileName).toBe('talks-copy.md')
  expect(await host.disk.text('talks-copy.md')).toBe(TALKS)
  expect(await host.disk.text('talks.md')).toBe(TALKS)
  await test.close()
})
