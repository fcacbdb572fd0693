import { expect, it } from 'vitest'
import { createMemoryGrowingFolder } from '../../main/adapters/memory/memoryGrowingFolder'
import { AppError } from '../../shared/api/errors'
import { eventually } from '../support/eventually'
import { memoryHost, openLibrary } from '../support/hosts'

it('R59 a history that cannot be written keeps no article from being saved, and is told of until it can', async () => {
  const folder = createMemoryGrowingFolder()
  let isFull = true
  const host = await memoryHost({
    historyFolder: () => ({
      ...folder,
      async append(...wish) {
        if (isFull) throw new AppError('unavailable', 'The disk is full.')
        return folder.append(...wish)
      },
    }),
  })
  await host.disk.put('talks.md', 'Five hours.\n')
  await openLibrary(host)
  const { articles } = await host.client.call('library.list', {})
  const id = articles[0]?.id
  if (id === undefined) throw new Error('The article is not listed.')
  const { revision } = await host.client.call('articles.open', { id })
  const saved = await host.client.call('articles.save', { id, base: revision, text: 'Six.\n' })
  expect(await host.disk.text('talks.md')).toBe('Six.\n')
  const problems = async () => (await host.client.call('library.list', {})).problems.join()
  await eventually(async () =>
    expect(await problems()).toMatch(/no versions are kept.*The disk is full/),
  )
  isFull = false
  await host.client.call('articles.save', { id, base: saved.revision, text: 'Seven.\n' })
  await eventually(async () => expect(await problems()).not.toMatch(/no versions/))
  await host.close()
})
