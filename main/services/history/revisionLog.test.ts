import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UTF8 } from '../../../shared/article'
import type { Revision } from '../../../shared/domain/article'
import { createMemoryGrowingFolder } from '../../adapters/memory/memoryGrowingFolder'
import { nodePacking } from '../../adapters/node/nodePacking'
import { openRevisionLog, type RevisionLog } from './revisionLog'

const revisionOf = (bytes: Uint8Array): Revision =>
  createHash('sha256').update(bytes).digest('hex') as Revision
const rule = { hourlyDays: 7, dailyDays: 365 }

function logs(disk = new Map<string, Uint8Array>()) {
  const folder = createMemoryGrowingFolder(disk)
  const open = async (): Promise<RevisionLog> => {
    const log = await openRevisionLog('a', { folder, packing: nodePacking, files: { revisionOf } })
    if (log === null) throw new Error('of another version')
    return log
  }
  const add = (log: RevisionLog, text: string, time = 0) =>
    log.add({
      text,
      revision: revisionOf(new TextEncoder().encode(text)),
      encoding: UTF8,
      time,
      reason: 'save',
    })
  return { disk, open, add }
}

it('gives every version back, in whatever order it is asked', async () => {
  const text = fc.array(fc.constantFrom('One.', 'Two.', '😀', ''), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 12 }), async (texts) => {
      const { open, add } = logs()
      const log = await open()
      const kept: string[] = []
      for (const lines of texts) {
        const version = lines.join('\n')
        if ((await add(log, version)) !== null) kept.push(version)
      }
      const again = await open()
      const numbers = again.all().map(({ n }) => n)
      for (const n of numbers.reverse()) expect(await again.text(n)).toBe(kept[n - 1])
    }),
    { numRuns: 60 },
  )
})

it('loses no earlier version when a crash cuts off what was being written', async () => {
  const { disk, open, add } = logs()
  const log = await open()
  await add(log, 'One.\n')
  await add(log, 'One. Two.\n')
  for (const [name, bytes] of disk) disk.set(name, bytes.subarray(0, bytes.length - 3))
  const after = await open()
  expect(after.all().map(({ n }) => n)).toEqual([1])
  await add(after, 'One. Three.\n')
  await add(after, 'One. Three. Four.\n')
  const last = await open()
  expect(last.all().map(({ n }) => n)).toEqual([1, 2, 3])
  expect(await last.text(1)).toBe('One.\n')
  expect(await last.text(3)).toBe('One. Three. Four.\n')
})

it('says which version is damaged and gives the others', async () => {
  const { disk, open, add } = logs()
  const log = await open()
  await add(log, 'One.\n')
  await add(log, 'Something else altogether.\n')
  const texts = disk.get('a.1.texts')
  if (texts) texts[texts.length - 2] = (texts[texts.length - 2] ?? 0) ^ 0xff
  const after = await open()
  expect(await after.text(1)).toBe('One.\n')
  await expect(after.text(2)).rejects.toThrow(/Revision 2 is damaged/)
})

it('takes turns with another Galley that writes the same history', async () => {
  const { open, add } = logs()
  const [mine, theirs] = [await open(), await open()]
  await add(mine, 'One.\n')
  await add(theirs, 'Two.\n')
  await add(mine, 'Three.\n')
  await add(theirs, 'Four.\n')
  const all = await open()
  expect(await Promise.all(all.all().map(({ n }) => all.text(n)))).toEqual([
    'One.\n',
    'Two.\n',
    'Three.\n',
    'Four.\n',
  ])
})

it('is thinned without losing a word of what stays', async () => {
  const { disk, open, add } = logs()
  const log = await open()
  const now = new Date(2026, 10, 24, 15, 0).getTime()
  const long = Array.from({ length: 40 }, (_, n) => `Paragraph ${n} of the article.\n\n`).join('')
  for (let n = 1; n <= 300; n++) {
    await add(log, `${long}Revision ${n}.\n`, now - 400 * 86_400_000 + n * 60_000)
  }
  await log.mark(7, { name: 'As sent' })
  await log.thin(now, rule)
  const after = await open()
  expect(after.all().map(({ n }) => n)).toEqual([
    7,
    ...Array.from({ length: 50 }, (_, n) => 251 + n),
  ])
  expect(after.all()[0]).toMatchObject({ name: 'As sent' })
  for (const { n } of after.all()) expect(await after.text(n)).toBe(`${long}Revision ${n}.\n`)
  expect([...disk.keys()].sort()).toEqual(['a.2.texts', 'a.index'])
  await add(after, 'And on.\n', now)
  expect(await (await open()).text(301)).toBe('And on.\n')
})

it('leaves a history alone that another version of Galley wrote', async () => {
  const { disk, open, add } = logs()
  await add(await open(), 'One.\n')
  const { encodeRecord } = await import('../records')
  const foreign = encodeRecord({ kind: 'history', format: 2 })
  disk.set('a.index', foreign)
  await expect(open()).rejects.toThrow('of another version')
  expect(disk.get('a.index')).toBe(foreign)
})
