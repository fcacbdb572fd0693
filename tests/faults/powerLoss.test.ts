import { expect, it } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { revisionOf } from '../../main/adapters/node/openedFile'
import type { FileStore, Root } from '../../main/ports/fileStore'
import { exportFolder } from '../../main/services/exporting/folder'
import type { Revision } from '../../shared/domain/article'
import { createModelDisk, type ModelDisk } from './modelDisk'

const root = '/library' as Root
const OLD = 'The old words.\n'
const NEW = 'The new words, and a few more of them.\n'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const articles = { acceptsFile: (name: string) => !name.startsWith('.'), acceptsFolder: () => true }

interface Scenario {
  readonly prepare?: (disk: ModelDisk) => void
  readonly fail?: (call: string, path: string) => void
  readonly ignoresSync?: 'file' | 'folder'
  /** The folder that is looked at; the library's unless said otherwise. */
  readonly at?: Root
  work(files: FileStore, done: (text: string) => void): Promise<void>
  /** Whether what a start after the power loss finds is right; `acknowledged` was shown as saved. */
  check(found: ReadonlyMap<string, string>, acknowledged: string): void
}

/** Lets the power fail before every call of some work, in every way that it can. */
async function everyPowerLoss({
  prepare,
  fail,
  ignoresSync,
  at = root,
  work,
  check,
}: Scenario): Promise<number> {
  let acknowledged = OLD
  let states = 0
  const look = async (): Promise<void> => {
    for (const state of disk.afterPowerLoss()) {
      states += 1
      await createNodeFileStore(state.calls).list(at, articles)
      const found = [...state.contents(at)].map(
        ([path, content]) => [path, new TextDecoder().decode(content)] as const,
      )
      check(new Map(found), acknowledged)
    }
  }
  const disk = createModelDisk({
    ...(ignoresSync === undefined ? {} : { ignoresSync }),
    writesAtMost: 10,
    async onCall(call, path) {
      await look()
      fail?.(call, path)
    },
  })
  disk.folder(root)
  disk.put(`${root}/a.md`, OLD)
  prepare?.(disk)
  await work(createNodeFileStore(disk.calls), (text) => {
    acknowledged = text
  })
  await look()
  return states
}

const old = revisionOf(bytes(OLD))
const onlyArticle = (found: ReadonlyMap<string, string>, allowed: readonly string[]): void => {
  expect([...found.keys()]).toEqual(['a.md'])
  expect(allowed).toContain(found.get('a.md'))
}

it('R7 a power loss at any moment of a save leaves the old or the new article', async () => {
  const states = await everyPowerLoss({
    async work(files, done) {
      await files.replace(root, 'a.md', bytes(NEW), old)
      done(NEW)
    },
    check: (found, saved) => onlyArticle(found, saved === NEW ? [NEW] : [OLD, NEW]),
  })
  expect(states).toBeGreaterThan(40)
})

it('R7 a power loss among many saves leaves the last one that was shown as saved, or the next', async () => {
  const texts = Array.from({ length: 300 }, (_, index) => `Version ${index} of the words.\n`)
  const states = await everyPowerLoss({
    async work(files, done) {
      let revision: Revision = old
      for (const text of texts) {
        revision = (await files.replace(root, 'a.md', bytes(text), revision)).revision
        done(text)
      }
    },
    check(found, saved) {
      onlyArticle(found, [saved, texts[texts.indexOf(saved) + 1] ?? saved])
    },
  })
  expect(states).toBeGreaterThan(10_000)
})

it.each(['file', 'folder'] as const)(
  'R7 the model disk catches a writer that does not sync a %s',
  async (ignoresSync) => {
    const save = everyPowerLoss({
      ignoresSync,
      async work(files, done) {
        await files.replace(root, 'a.md', bytes(NEW), old)
        done(NEW)
      },
      check: (found, saved) => onlyArticle(found, saved === NEW ? [NEW] : [OLD, NEW]),
    })
    await expect(save).rejects.toThrow(/expected/)
  },
)

const inPlace = {
  async work(files: FileStore, done: (text: string) => void) {
    await files.replace(root, 'a.md', bytes(NEW), old)
    done(NEW)
  },
  check(found: ReadonlyMap<string, string>, saved: string) {
    if (saved === NEW) expect(found.get('a.md')).toBe(NEW)
    const isWhole = [OLD, NEW].includes(found.get('a.md') ?? '')
    // Torn in the middle, it has its words from before beside it.
    if (!isWhole) expect(found.get('a-recovered.md')).toBe(OLD)
    expect([...found.keys()].filter((name) => name.startsWith('.galley'))).toEqual([])
  },
}

it('R7 a power loss while a file with two names is written in place leaves its words', async () => {
  const states = await everyPowerLoss({
    ...inPlace,
    prepare: (disk) => disk.twin(`${root}/a.md`, `${root}/twin.md`),
  })
  expect(states).toBeGreaterThan(150)
})

it('R7 a power loss where the disk cannot rename leaves the words', async () => {
  const states = await everyPowerLoss({
    ...inPlace,
    fail(call) {
      if (call === 'rename') throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' })
    },
  })
  expect(states).toBeGreaterThan(150)
})

it('R7 a power loss while an article is created leaves it whole or not there', async () => {
  await everyPowerLoss({
    async work(files, done) {
      await files.create(root, 'b.md', bytes(NEW))
      done(NEW)
    },
    check(found, saved) {
      expect(found.get('a.md')).toBe(OLD)
      if (saved === NEW || found.has('b.md')) expect(found.get('b.md')).toBe(NEW)
      expect([...found.keys()].filter((name) => name.startsWith('.galley'))).toEqual([])
    },
  })
})

it('R7 a power loss while many are exported leaves nothing torn that the next run would keep', async () => {
  const page = async () => ({ content: NEW, problems: [] })
  const states = await everyPowerLoss({
    prepare: (disk) => disk.folder('/site'),
    at: '/site' as Root,
    async work(files, done) {
      const wish = {
        format: 'html',
        index: false,
        feed: false,
        site: '',
        title: '',
        now: 0,
      } as const
      await exportFolder({ files, exportArticle: page }, { from: root, to: '/site' as Root, wish })
      done(NEW)
    },
    check(found, saved) {
      const isTrusted = found.get('.galley-export.json')?.includes('a.html') ?? false
      if (isTrusted || saved === NEW) expect(found.get('a.html')).toBe(NEW)
      if (saved === NEW) expect(isTrusted).toBe(true)
    },
  })
  expect(states).toBeGreaterThan(40)
})

it('R7 a power loss while an article is renamed leaves it under one name or both', async () => {
  await everyPowerLoss({
    work: (files) => files.move(root, 'a.md', 'b.md'),
    check(found) {
      expect(found.size).toBeGreaterThan(0)
      for (const text of found.values()) expect(text).toBe(OLD)
    },
  })
})
