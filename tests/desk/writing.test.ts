import { afterEach, describe, expect, it } from 'vitest'
import {
  decideVersions,
  hideVersions,
  keepMineAsCopy,
  recreateFile,
  refillFile,
  showVersions,
  takeEmptied,
} from '../../renderer/state/actions/articleConflict'
import { closeArticle, openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { resolve } from '../../shared/article/merge'
import type { ArticleId } from '../../shared/domain/article'
import { eventually } from '../support/eventually'
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

const trouble = ({ desk }: TestDesk) => desk.stores.article.getState().trouble

function shownVersions(test: TestDesk) {
  const now = trouble(test)
  if (now.kind !== 'differs' || now.shown === null) throw new Error('No versions are shown.')
  return now.shown
}

const save = ({ desk }: TestDesk) => desk.stores.article.getState().save.kind

describe('writing', () => {
  it('saves by itself shortly after the last key', async () => {
    const test = await startOnTalks()
    test.page().setField('standfirst', 'A long day.')
    expect(save(test)).toBe('dirty')
    test.clock.advance(1000)
    await eventually(() => expect(save(test)).toBe('clean'))
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
    await eventually(() => expect(test.page().text()).toContain('six hours'))
    expect(test.notices().join()).toContain('changed by another program')
  })

  it('that changes another place of an article being written loses no word of either', async () => {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.put('talks.md', TALKS.replace('five', 'six'))
    test.clock.advance(5000)
    const both = TALKS.replace('five', 'six').replace('title: Talks', 'title: Mine')
    await eventually(async () => expect(await test.host.disk.text('talks.md')).toBe(both))
    expect(test.page().text()).toBe(both)
    await eventually(() => expect(save(test)).toBe('clean'))
    expect(test.notices().join()).toContain('Its changes and yours')
  })

  const THEIRS = TALKS.replace('title: Talks', 'title: Theirs').replace('five', 'six')

  async function startInConflict(): Promise<TestDesk> {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.put('talks.md', THEIRS)
    test.clock.advance(5000)
    await eventually(() => expect(trouble(test).kind).toBe('differs'))
    return test
  }

  it('that changes the same words is not overwritten, and overwrites nothing', async () => {
    const test = await startInConflict()
    expect(save(test)).toBe('conflict')
    test.page().setField('standfirst', 'More of mine.')
    test.clock.advance(5000)
    await saveNow(test.desk)
    expect(await test.host.disk.text('talks.md')).toBe(THEIRS)
    expect(test.page().text()).toContain('title: Mine')
    // Shown when a person asks for it, never under typing hands.
    expect(trouble(test)).toMatchObject({ kind: 'differs', shown: null })
  })

  it.each([
    ['mine', 'title: Mine\n'],
    ['theirs', 'title: Theirs\n'],
    ['both', 'title: Mine\n# title: Theirs\n'],
  ] as const)('that changes the same words is met by choosing %s', async (choice, title) => {
    const test = await startInConflict()
    await showVersions(test.desk)
    const { parts } = shownVersions(test)
    await decideVersions(test.desk, resolve(parts, [choice]))
    expect(trouble(test).kind).toBe('none')
    expect(save(test)).toBe('clean')
    const saved = (await test.host.disk.text('talks.md')) ?? ''
    expect(saved).toContain(title)
    expect(saved).toContain('six hours')
    expect(test.page().text()).toBe(saved)
  })

  it('that changes the file again while a person chooses is met after that', async () => {
    const test = await startInConflict()
    await showVersions(test.desk)
    const { parts } = shownVersions(test)
    await test.host.disk.put('talks.md', THEIRS.replace('hours', 'hours or more'))
    await decideVersions(test.desk, resolve(parts, ['mine']))
    const both = TALKS.replace('title: Talks', 'title: Mine').replace(
      'five hours',
      'six hours or more',
    )
    await eventually(async () => expect(await test.host.disk.text('talks.md')).toBe(both))
  })

  it('leaves both versions when the person decides later', async () => {
    const test = await startInConflict()
    await showVersions(test.desk)
    hideVersions(test.desk)
    expect(trouble(test)).toMatchObject({ kind: 'differs', shown: null })
    expect(await test.host.disk.text('talks.md')).toBe(THEIRS)
  })

  it('leaves both versions when mine is kept as a copy', async () => {
    const test = await startInConflict()
    await keepMineAsCopy(test.desk)
    const { summary, view } = test.desk.stores.article.getState()
    expect(view.kind).toBe('open')
    expect(summary?.fileName).not.toBe('talks.md')
    expect(await test.host.disk.text(summary?.fileName ?? '')).toBe(
      TALKS.replace('title: Talks', 'title: Mine'),
    )
    expect(await test.host.disk.text('talks.md')).toBe(THEIRS)
  })

  it('that deletes an article leaves its words on the page, to be saved anew on request', async () => {
    const test = await startOnTalks()
    await test.host.disk.delete('talks.md')
    await eventually(() => expect(trouble(test).kind).toBe('gone'))
    test.page().setField('title', 'Mine')
    test.clock.advance(5000)
    await saveNow(test.desk)
    expect(await test.host.disk.text('talks.md')).toBe(null)
    await recreateFile(test.desk)
    expect(await test.host.disk.text('talks.md')).toBe(TALKS.replace('title: Talks', 'title: Mine'))
    expect(save(test)).toBe('clean')
    expect(trouble(test).kind).toBe('none')
  })

  it('that deletes an article and brings it back has taken nothing', async () => {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.delete('talks.md')
    await eventually(() => expect(trouble(test).kind).toBe('gone'))
    await test.host.disk.put('talks.md', TALKS.replace('five', 'six'))
    await eventually(() => expect(save(test)).toBe('clean'))
    expect(await test.host.disk.text('talks.md')).toBe(
      TALKS.replace('title: Talks', 'title: Mine').replace('five', 'six'),
    )
  })

  it('that moves an article is followed, and the page saves where it is now', async () => {
    const test = await startOnTalks()
    test.page().setField('title', 'Mine')
    await test.host.disk.put('news/other.md', 'Other.\n')
    await test.host.disk.rename('talks.md', 'news/peace.md')
    await eventually(() =>
      expect(test.desk.stores.article.getState().summary).toMatchObject({
        folder: 'news',
        fileName: 'peace.md',
      }),
    )
    test.clock.advance(5000)
    await eventually(() => expect(save(test)).toBe('clean'))
    expect(await test.host.disk.text('news/peace.md')).toBe(
      TALKS.replace('title: Talks', 'title: Mine'),
    )
    expect(await test.host.disk.text('talks.md')).toBe(null)
    expect(test.notices().join()).toContain('moved “talks.md” to “news/peace.md”')
  })

  it('that empties an article does not empty the page', async () => {
    const test = await startOnTalks()
    await test.host.disk.put('talks.md', '')
    await eventually(() => expect(trouble(test).kind).toBe('emptied'))
    expect(test.page().text()).toBe(TALKS)
    await refillFile(test.desk)
    await eventually(async () => expect(await test.host.disk.text('talks.md')).toBe(TALKS))
    await eventually(() => expect(save(test)).toBe('clean'))
  })

  it('that empties an article can be believed', async () => {
    const test = await startOnTalks()
    await test.host.disk.put('talks.md', '')
    await eventually(() => expect(trouble(test).kind).toBe('emptied'))
    await takeEmptied(test.desk)
    expect(test.page().text()).toBe('')
    expect(save(test)).toBe('clean')
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
    await eventually(() => expect(dialog.getState().dialog.kind).toBe('unsaved'))
    const question = dialog.getState().dialog
    if (question.kind === 'unsaved') question.answer('stay')
    expect(await leaving).toBe(false)
    expect(test.page().text()).toContain('title: Mine')
    expect(dialog.getState().dialog.kind).toBe('none')
  })
})
