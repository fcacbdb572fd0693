import { beforeAll, expect, it } from 'vitest'
import { AppError } from '../../../../shared/api/errors'
import { exportArticle } from '../../../../shared/document/export'
import { builtWorker } from '../../../../tests/support/builtWorker'
import { createExportThreads } from './exportThreads'

let worker: URL
beforeAll(async () => {
  worker = await builtWorker('main/adapters/node/exporting/exportWorker.ts')
})

const PICTURE = { type: 'image/png', base64: 'iVBORw0KGgo=' } as const
const readAsset = async (path: string) => (path === 'a.png' ? PICTURE : null)
const article = (name: string) => `# ${name}\n\n![a](a.png) ![b](gone.png)\n`

it('makes in threads what is made without them, pictures and problems too', async () => {
  const inThreads = createExportThreads(worker, { count: 2, idle: 0 })
  const names = ['one', 'two', 'three', 'four', 'five']
  const wish = { format: 'html', readAsset } as const
  const made = await Promise.all(names.map((name) => inThreads(article(name), wish)))
  expect(made).toEqual(await Promise.all(names.map((name) => exportArticle(article(name), wish))))
  expect(made[0]?.problems).toHaveLength(1)
})

it('tells what a thread could not do as it is told without one', async () => {
  const inThreads = createExportThreads(worker, { count: 1, idle: 0 })
  const wish = { format: 'text', review: 'marked' } as const
  const reason = await exportArticle('a', wish).catch((error: unknown) => error)
  await expect(inThreads('a', wish)).rejects.toEqual(reason)
  expect(reason).toBeInstanceOf(AppError)
})

it('loses no article in silence when a thread breaks off', async () => {
  const inThreads = createExportThreads(new URL('data:text/javascript,process.exit(1)'), {
    count: 1,
    idle: 0,
  })
  await expect(inThreads('a', { format: 'text' })).rejects.toMatchObject({ code: 'internal' })
})
