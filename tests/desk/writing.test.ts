import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepMineAsCopy, loadTheirs } from '../../renderer/state/actions/articleConflict'
import { closeArticle, openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import type { ArticleId } from '../../shared/domain/article'
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

function idOf({ desk }: TestDesk, fileName: string): ArticleId {
  const article = desk.stores.library.getState().articles.find((each) => each.fileName === fileName)
  if (article === undefined) throw new Error(`${fileName} is not in the library.`)
  return article.id
}

const TALKS = '---\ntitle: Talks\n---\n\nThey lasted five hours.\n'

async function startOnTalks(): Promise<TestDesk> {
  const test = await start({ 'talks.md': TALKS })
  await openArticle(test.desk, idOf(test, 'talks.md'))
  return test
}

const save = ({ desk }: TestDesk) => desk.stores.article.getState().save.kind

describe('writing', () => {
  it('saves by itself shortly after the last key', async () => {
    const test = await startOnTalks()
    test.page().setField('standfirst', 'A long day.')
    expect(save(test)).toBe('dirty')
    test.clock.advance(1000)
    await vi.waitFor(() => expect(save(test)).toBe('clean'))
    expect(await test.host.disk.text('talks.md')).toBe(
      '---\ntitle: Talks\nstandfirst: A long day.\n---\n\nThey lasted five hours.\n',
    )
  })

  it('changes no byte of an article that was only read', async () => {
    const test = await startOnTalks()
    await saveNow(test.desk)
    await closeArticle(test.desk)
    expect(await test.host.disk.text('talks.md')).toBe(TALKS)
  })

  it('saves what was typed last before another article is opened', async () => {
    const test = await start({ 'talks.md': TALKS, 'other.md': 'Other.\n' })
    await openArticle(test.desk, idOf(test, 'talks.md'))
    test.page().setField('title', 'The talks')
    await openArticle(test.desk, idOf(test, 'other.md'))
    expect(await test.host.disk.text('talks.md')).toContain('title: The talks\n')
  })

  it('counts words, and shows the headline in the bar as it is written', async () => {
    const test = await startOnTalks()
    expect(test.desk.stores.article.getState()).toMatchObject({ title: 'Talks', words: 5 })
    test.page().setField('title', 'The talks')
    test.clock.advance(1000)
    expect(test.desk.stores.article.getState()).toMatchObject({ title: 'The talks', words: 6 })
  })

  it('comes back to library, article and place after a restart', async () => {
    const test = await startOnTalks()
    await closeArticleQuietly(test)
    const again = await deskOver(await test.host.restart())
    const { view } = again.desk.stores.article.getState()
    expect(view).toMatchObject({
      kind: 'open',
      opened: { summary: { fileName: 'talks.md' } },
      place: { block: 1, offset: 2, scroll: 30 },
    })
  })
})

/** As when a window goes: the place is noted, the article stays the one to come back to. */
async function closeArticleQuietly({ desk }: TestDesk): Promise<void> {
  const { session } = desk.stores.article.getState()
  if (session === null) throw new Error('Nothing is open.')
  await desk.client.call('session.setPlace', { id: session.id, place: session.place() })
}

describe('another program', () => {
  it('that changes an untouched article has its version shown', async () => {
    const test = await startOnTalks()
    await test.host.disk.put('talks.md', TALKS.replace('five', 'six'))
    await vi.waitFor(() => expect(test.page().text()).toContain('six hours'))
    expect(test.notices().join()).toContain('changed by another program')
  })

  it('that changes an article being written overwrites nothing and is not overwritten', async () => {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.put('talks.md', TALKS.replace('five', 'six'))
    test.clock.advance(5000)
    await vi.waitFor(() => expect(save(test)).toBe('conflict'))
    expect(await test.host.disk.text('talks.md')).toBe(TALKS.replace('five', 'six'))
    expect(test.page().text()).toContain('title: Mine')
    // Asked when the writer saves, never in the middle of typing.
    const { dialog } = test.desk.stores
    expect(dialog.getState().dialog.kind).toBe('none')
    await saveNow(test.desk)
    expect(dialog.getState().dialog.kind).toBe('conflict')
  })

  async function startInConflict(): Promise<TestDesk> {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.put('talks.md', TALKS.replace('five', 'six'))
    test.clock.advance(5000)
    await vi.waitFor(() => expect(save(test)).toBe('conflict'))
    return test
  }

  it('leaves both versions when mine is kept as a copy', async () => {
    const test = await startInConflict()
    await keepMineAsCopy(test.desk)
    const { summary, view } = test.desk.stores.article.getState()
    expect(view.kind).toBe('open')
    expect(summary?.fileName).not.toBe('talks.md')
    expect(await test.host.disk.text(summary?.fileName ?? '')).toBe(
      TALKS.replace('title: Talks', 'title: Mine'),
    )
    expect(await test.host.disk.text('talks.md')).toBe(TALKS.replace('five', 'six'))
  })

  it('still lets mine be kept after theirs was loaded', async () => {
    const test = await startInConflict()
    await loadTheirs(test.desk)
    expect(test.page().text()).toBe(TALKS.replace('five', 'six'))
    expect(save(test)).toBe('clean')
    test.press('Keep mine as a copy')
    await vi.waitFor(() => expect(test.names()).toHaveLength(2))
  })

  it('that deletes an article leaves its words on the page, to be saved anew', async () => {
    const test = await startOnTalks()
    await test.host.disk.delete('talks.md')
    await vi.waitFor(() => expect(test.notices().join()).toContain('deleted or moved'))
    expect(test.page().text()).toBe(TALKS)
    test.press('Save as a new article')
    await vi.waitFor(async () => {
      const name = test.desk.stores.article.getState().summary?.fileName ?? ''
      expect(await test.host.disk.text(name)).toBe(TALKS)
    })
  })
})

describe('an article whose words cannot be saved', () => {
  it('is not left without asking, and stays when told to', async () => {
    const test = await start({ 'talks.md': TALKS, 'other.md': 'Other.\n' })
    await openArticle(test.desk, idOf(test, 'talks.md'))
    await test.host.disk.delete('talks.md')
    test.page().setField('title', 'Mine')
    const leaving = openArticle(test.desk, idOf(test, 'other.md'))
    const { dialog } = test.desk.stores
    await vi.waitFor(() => expect(dialog.getState().dialog.kind).toBe('unsaved'))
    const question = dialog.getState().dialog
    if (question.kind === 'unsaved') question.answer('stay')
    expect(await leaving).toBe(false)
    expect(test.page().text()).toContain('title: Mine')
    expect(dialog.getState().dialog.kind).toBe('none')
  })
})
