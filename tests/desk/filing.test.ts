import { afterEach, describe, expect, it } from 'vitest'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import {
  createArticle,
  duplicateArticle,
  moveArticle,
  renameArticle,
  trashArticle,
} from '../../renderer/state/actions/libraryFiling'
import { openSamples, reopenDesk } from '../../renderer/state/actions/libraryOpening'
import type { ArticleSummary } from '../../shared/domain/article'
import { eventually } from '../support/eventually'
import { memoryHost } from '../support/hosts'
import { deskOver, startDesk, type TestDesk } from './testDesk'

let open: TestDesk | null = null

async function start(files: Readonly<Record<string, string>>): Promise<TestDesk> {
  open = await startDesk(files)
  return open
}

afterEach(async () => {
  await open?.close()
  open = null
})

function article({ desk }: TestDesk, fileName: string): ArticleSummary {
  const found = desk.stores.library.getState().articles.find((each) => each.fileName === fileName)
  if (found === undefined) throw new Error(`${fileName} is not in the library.`)
  return found
}

const openName = ({ desk }: TestDesk) => desk.stores.article.getState().summary?.fileName

describe('the library', () => {
  it('makes an article in a folder that did not exist, and opens it', async () => {
    const test = await start({})
    expect(await createArticle(test.desk, { folder: 'news/berlin', title: 'The talks' })).toBe(true)
    expect(test.names()).toHaveLength(1)
    expect(test.names()[0]).toMatch(/^news\/berlin\/.*talks.*\.md$/i)
    expect(test.page().field('title')).toBe('The talks')
  })

  it('renames a file, and back again by Undo', async () => {
    const test = await start({ 'talks.md': 'Talks.\n' })
    await openArticle(test.desk, article(test, 'talks.md').id)
    await renameArticle(test.desk, article(test, 'talks.md'), 'peace.md')
    expect(openName(test)).toBe('peace.md')
    test.press('Undo')
    await eventually(() => expect(test.names()).toEqual(['talks.md']))
    expect(openName(test)).toBe('talks.md')
  })

  it('offers to change links when another program renames what they lead to', async () => {
    const test = await start({ 'talks.md': 'Talks.\n', 'links.md': '[T](talks.md)\n' })
    await openArticle(test.desk, article(test, 'links.md').id)
    await test.host.disk.rename('talks.md', 'peace.md')
    const offered = () =>
      test.desk.stores.notices.getState().notices.find(({ actions }) => actions.length > 0)
    await eventually(() => expect(offered()).toBeDefined())
    expect(offered()?.text).toContain('“talks.md” is now called “peace.md”. Links in “links.md”')
    expect(test.page().text()).toBe('[T](talks.md)\n')
    test.press('Change the links')
    await eventually(() => expect(test.page().text()).toBe('[T](peace.md)\n'))
    expect(await test.host.disk.text('links.md')).toBe('[T](peace.md)\n')
  })

  it('saves the open article before its file is renamed', async () => {
    const test = await start({ 'talks.md': '---\ntitle: Talks\n---\n\nText.\n' })
    await openArticle(test.desk, article(test, 'talks.md').id)
    test.page().setField('title', 'New')
    await renameArticle(test.desk, article(test, 'talks.md'), 'peace.md')
    expect(await test.host.disk.text('peace.md')).toContain('title: New')
    test.page().setField('title', 'Newer')
    test.clock.advance(1000)
    await eventually(async () =>
      expect(await test.host.disk.text('peace.md')).toContain('title: Newer'),
    )
  })

  it('says why a rename was refused, and keeps saying it', async () => {
    const test = await start({ 'talks.md': 'Talks.\n', 'peace.md': 'Peace.\n' })
    expect(await renameArticle(test.desk, article(test, 'talks.md'), 'peace.md')).toBe(false)
    expect(test.notices().join()).toContain('peace.md')
    expect(test.names()).toEqual(['peace.md', 'talks.md'])
  })

  it('moves an article to another folder, and back by Undo', async () => {
    const test = await start({ 'talks.md': 'Talks.\n' })
    await moveArticle(test.desk, article(test, 'talks.md'), 'news')
    expect(test.names()).toEqual(['news/talks.md'])
    test.press('Undo')
    await eventually(() => expect(test.names()).toEqual(['talks.md']))
  })

  it('duplicates an article and opens the copy', async () => {
    const test = await start({ 'talks.md': 'Talks.\n' })
    await duplicateArticle(test.desk, article(test, 'talks.md'))
    expect(test.names()).toHaveLength(2)
    expect(openName(test)).not.toBe('talks.md')
    expect(test.page().text()).toBe('Talks.\n')
  })

  it('moves the open article to the trash, and opens it again by Undo', async () => {
    const test = await start({ 'talks.md': 'Talks.\n' })
    await openArticle(test.desk, article(test, 'talks.md').id)
    await trashArticle(test.desk, article(test, 'talks.md'))
    expect(test.names()).toEqual([])
    expect(test.desk.stores.article.getState().view.kind).toBe('none')
    test.press('Undo')
    await eventually(() => expect(openName(test)).toBe('talks.md'))
    expect(test.names()).toEqual(['talks.md'])
  })

  it('shows what other programs put into the folder', async () => {
    const test = await start({ 'talks.md': 'Talks.\n' })
    await test.host.disk.put('news.md', 'News.\n')
    await eventually(() => {
      test.clock.advance(1000)
      expect(test.names()).toEqual(['news.md', 'talks.md'])
    })
  })

  it('lists an unreadable file with its reason, and says it again when opened', async () => {
    const test = await start({ 'binary.md': 'PNG\u0000\u0000\u0001' })
    const { problem, id } = article(test, 'binary.md')
    expect(problem).toMatch(/\S/)
    expect(await openArticle(test.desk, id)).toBe(false)
    expect(test.desk.stores.article.getState().view).toMatchObject({
      kind: 'failed',
      name: 'binary.md',
    })
  })
})

describe('the first start', () => {
  it('knows no library, and opens the samples from there', async () => {
    const host = await memoryHost()
    await host.disk.inHome.put('samples/welcome.md', '# Welcome\n')
    open = await deskOver(host)
    expect(open.desk.stores.library.getState().load).toEqual({ kind: 'none', message: null })
    await openSamples(open.desk)
    expect(open.names()).toEqual(['welcome.md'])
    await reopenDesk(open.desk)
    expect(open.desk.stores.library.getState().load.kind).toBe('ready')
  })
})
