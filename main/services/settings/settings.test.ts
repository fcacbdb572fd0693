import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createMemoryAppData } from '../../adapters/memory/memoryAppData'
import type { Root } from '../../ports/fileStore'
import { createSerial } from '../serial'
import { createSession, sessionFrom } from './session'
import { changeSettings, settingsFrom } from './settings'
import { createStoredJson } from './storedJson'

function stored<T>(files: Map<string, string>, name: string, parse: (raw: unknown) => T) {
  const said: string[] = []
  const json = createStoredJson(name, parse, {
    appData: createMemoryAppData(files),
    serial: createSerial(),
    logger: { warn() {} },
    onSetAside: (sentence) => said.push(sentence),
  })
  return { json, said }
}

it('starts with the usual settings', async () => {
  const { json, said } = stored(new Map(), 'settings.json', settingsFrom)
  expect(await json.get()).toMatchObject({ theme: 'system', previewShown: true, textSize: 19 })
  expect(said).toEqual([])
})

it('keeps what was changed, and only that', async () => {
  const files = new Map<string, string>()
  const { json } = stored(files, 'settings.json', settingsFrom)
  await changeSettings(json, { theme: 'dark' })
  const again = stored(files, 'settings.json', settingsFrom)
  expect(await again.json.get()).toEqual({ ...settingsFrom({}), theme: 'dark' })
})

it('keeps the sound values of a file with others in it', () => {
  const raw = { theme: 'purple', textSize: 22, author: 7, unknown: 1, sort: 'title' }
  expect(settingsFrom(raw)).toEqual({ ...settingsFrom({}), textSize: 22, sort: 'title' })
})

it('R58 starts with any file, and keeps one that it cannot read', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.json(), fc.constant('\0'.repeat(64)), fc.constant('{"theme":')),
      async (text) => {
        const files = new Map([['settings.json', text]])
        const { json, said } = stored(files, 'settings.json', settingsFrom)
        const settings = await json.get()
        expect(settingsFrom(settings)).toEqual(settings)
        if (said.length > 0) expect(files.get('settings.json.unreadable')).toBe(text)
      },
    ),
  )
})

it('makes a session of any file', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (raw) => {
      expect(sessionFrom(raw).libraries.length).toBeLessThanOrEqual(12)
    }),
  )
})

it('remembers libraries by last use, their article, and a place in each article', async () => {
  const files = new Map<string, string>()
  const session = createSession(stored(files, 'session.json', sessionFrom).json)
  const a = '/a' as Root
  const b = '/b' as Root
  await session.usedLibrary(a)
  await session.usedLibrary(b)
  await session.usedLibrary(a)
  await session.setArticle(a, 'talks.md')
  await session.setPlace(a, 'talks.md', { block: 3, offset: 14, scroll: 120 })
  await session.moved(a, 'talks.md', 'sub/talks.md')
  const again = createSession(stored(files, 'session.json', sessionFrom).json)
  expect(await again.libraries()).toEqual(['/a', '/b'])
  expect(await again.article(a)).toBe('sub/talks.md')
  expect(await again.article(b)).toBeNull()
  expect(await again.place(a, 'sub/talks.md')).toEqual({ block: 3, offset: 14, scroll: 120 })
  expect(await again.place(a, 'talks.md')).toBeNull()
})

it('writes many changes at once as few', async () => {
  let writes = 0
  const data = createMemoryAppData()
  const json = createStoredJson('n.json', (raw) => (typeof raw === 'number' ? raw : 0), {
    appData: {
      ...data,
      write: async (name, text) => {
        writes += 1
        await data.write(name, text)
      },
    },
    serial: createSerial(),
    logger: { warn() {} },
    onSetAside() {},
  })
  await Promise.all(Array.from({ length: 50 }, () => json.update((n) => n + 1)))
  expect(await json.get()).toBe(50)
  expect(await data.read('n.json')).toBe('50\n')
  expect(writes).toBeLessThan(5)
})
