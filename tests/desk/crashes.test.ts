import { $getRoot, $isElementNode } from 'lexical'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryGrowingFolder } from '../../main/adapters/memory/memoryGrowingFolder'
import { bringTogether, dropLost, keepLostAsCopy } from '../../renderer/state/actions/lostWords'
import { AppError } from '../../shared/api/errors'
import { eventually } from '../support/eventually'
import { memoryHost, openLibrary, type TestHost } from '../support/hosts'
import { deskOver, type TestDesk } from './testDesk'

const TALKS = 'Five hours.\n\nA second paragraph.\n'

it('says for as long as it lasts that nothing is kept from a crash, and saves all the same', async () => {
  const journals = createMemoryGrowingFolder()
  const full = new AppError('unavailable', 'The disk is full.')
  const host = await memoryHost({ journals: { ...journals, write: () => Promise.reject(full) } })
  await host.disk.put('talks.md', TALKS)
  await openLibrary(host)
  const article = (await host.client.call('library.list', {})).articles[0]
  await host.client.call('session.set', { article: article?.id ?? null })
  const { desk, page, clock, close } = await deskOver(host)
  page().setField('title', 'Talks')
  clock.advance(50)
  const { article: store } = desk.stores
  await eventually(() =>
    expect(store.getState().protection).toEqual({ kind: 'failed', message: 'The disk is full.' }),
  )
  clock.advance(700)
  await eventually(async () => expect(await host.disk.text('talks.md')).toContain('title: Talks'))
  await close()
})

describe('words that a crash left in no file', () => {
  let host: TestHost
  const desks: TestDesk[] = []
  /** The journals, as they lie on the disk. */
  const kept = new Map<string, Uint8Array>()
  beforeEach(async () => {
    kept.clear()
    host = await memoryHost({ journals: createMemoryGrowingFolder(kept) })
    await host.disk.put('talks.md', TALKS)
    await openLibrary(host)
    const article = (await host.client.call('library.list', {})).articles[0]
    await host.client.call('session.set', { article: article?.id ?? null })
  })
  afterEach(async () => {
    for (const { close } of desks.splice(0)) await close()
  })

  async function start(): Promise<TestDesk> {
    const desk = await deskOver(host)
    desks.push(desk)
    return desk
  }
  /** Types at the end of the first paragraph. */
  function type({ page }: TestDesk, text: string): void {
    page().editor.update(
      () => {
        const first = $getRoot().getFirstChildOrThrow()
        if ($isElementNode(first)) first.selectEnd().insertText(text)
      },
      { discrete: true },
    )
  }
  /** The whole of Galley goes from one moment to the next, before anything is saved. */
  async function crash({ desk, clock }: TestDesk): Promise<void> {
    clock.advance(50)
    await eventually(() => expect(kept.size).toBe(1))
    desk.stores.article.getState().autosave?.dispose()
    host = await host.restart()
    for (const { close } of desks.splice(0)) void close
  }

  it('are back on the page at the next start, and the desk says so', async () => {
    const before = await start()
    type(before, ' And six.')
    await crash(before)
    expect(await host.disk.text('talks.md')).toBe(TALKS)
    const after = await start()
    await eventually(() => expect(after.page().text()).toContain('Five hours. And six.'))
    expect(after.notices()).toContainEqual(
      expect.stringMatching(/stopped before your last changes to “talks\.md”/),
    )
    after.clock.advance(5000)
    await eventually(async () => {
      expect(await host.disk.text('talks.md')).toBe(TALKS.replace('hours.', 'hours. And six.'))
    })
  })

  it('are taken out again when nobody wants them', async () => {
    const before = await start()
    type(before, ' And six.')
    await crash(before)
    const after = await start()
    await eventually(() => expect(after.page().text()).toContain('And six.'))
    after.press('Take them out again')
    await eventually(() => expect(after.page().text()).toBe(TALKS))
    after.clock.advance(5000)
    await eventually(() => expect(kept.size).toBe(0))
  })

  it('are never written over a file that was changed meanwhile', async () => {
    const before = await start()
    type(before, ' And six.')
    await crash(before)
    const theirs = TALKS.replace('second', 'third')
    await host.disk.put('talks.md', theirs)
    const after = await start()
    const { article, dialog } = after.desk.stores
    await eventually(() => expect(dialog.getState().dialog.kind).toBe('lost'))
    after.clock.advance(5000)
    expect(after.page().text()).toBe(theirs)
    expect(await host.disk.text('talks.md')).toBe(theirs)
    await bringTogether(after.desk)
    expect(after.page().text()).toBe('Five hours. And six.\n\nA third paragraph.\n')
    expect(article.getState().lost).toBeNull()
  })

  it('can be kept as a copy, or given up', async () => {
    const before = await start()
    type(before, ' And six.')
    await crash(before)
    await host.disk.put('talks.md', 'Another.\n')
    const after = await start()
    const { dialog } = after.desk.stores
    await eventually(() => expect(dialog.getState().dialog.kind).toBe('lost'))
    await keepLostAsCopy(after.desk)
    expect(await host.disk.text('talks-my-version.md')).toContain('Five hours. And six.')
    expect(await host.disk.text('talks.md')).toBe('Another.\n')
    dropLost(after.desk)
    await eventually(async () => {
      expect((await host.client.call('journals.pending', {})).articles).toEqual([])
    })
  })
})
