import { expect, it } from 'vitest'
import { exportArticle } from '../../../shared/document/export'
import { createMemoryDisk, createMemoryFileStore } from '../../adapters/memory/memoryFileStore'
import type { Root } from '../../ports/fileStore'
import { bindBook } from './book'
import { exportFolder } from './folder'

const FROM = '/library' as Root
const TO = '/site' as Root
const NAMES = Array.from({ length: 40 }, (_, index) => `article-${String(index).padStart(2, '0')}`)

function library() {
  const disk = createMemoryDisk()
  disk.put('/site/keep.txt', '')
  for (const name of NAMES) disk.put(`/library/${name}.md`, `# ${name}\n\nText.\n`)
  return { disk, files: createMemoryFileStore(disk) }
}

const WISH = {
  format: 'html',
  index: true,
  feed: false,
  site: '',
  title: 'Site',
  now: 0,
} as const

it('ends an export of many after the articles under way, and a later one does the rest', async () => {
  const { disk, files } = library()
  const told: number[] = []
  const run = (stopAt: number) =>
    exportFolder(
      { files, exportArticle },
      {
        from: FROM,
        to: TO,
        wish: WISH,
        onProgress: (done, all) => told.push(done / all),
        isCancelled: () => told.length >= stopAt,
      },
    )
  const first = await run(10)
  expect(first.isCancelled).toBe(true)
  expect(first.written.length).toBeGreaterThanOrEqual(10)
  expect(first.written.length).toBeLessThan(NAMES.length)
  expect(disk.text('/site/index.html')).toBeNull()
  for (const path of first.written) expect(disk.text(`/site/${path}`)).toContain('</html>')

  const second = await run(Number.POSITIVE_INFINITY)
  expect(second).toMatchObject({ isCancelled: false, unchanged: first.written.length })
  expect(second.written).toHaveLength(NAMES.length - first.written.length + 1)
  expect(told.at(-1)).toBe(1)
})

it('tells how far a book is, and binds none when it is given up', async () => {
  const { files } = library()
  const places = NAMES.map((name) => ({ root: FROM, path: `${name}.md` }))
  const told: number[] = []
  const bind = (stopAt: number) =>
    bindBook(files, places, {
      title: 'Book',
      onProgress: (done) => told.push(done),
      isCancelled: () => told.length >= stopAt,
    })
  const given = await bind(10)
  expect(given.bytes).toBeUndefined()
  expect(told).toEqual(Array.from({ length: 10 }, (_, index) => index))
  told.length = 0
  const { bytes, problems } = await bind(Number.POSITIVE_INFINITY)
  expect(bytes?.length).toBeGreaterThan(1000)
  expect(problems).toEqual([])
  expect(told).toEqual(Array.from({ length: NAMES.length + 1 }, (_, index) => index))
})
