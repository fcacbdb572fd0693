import { $getRoot } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { eventually } from '../support/eventually'
import { startDesk, type TestDesk } from './testDesk'

const desks: TestDesk[] = []
afterEach(async () => {
  for (const { close } of desks.splice(0)) await close()
})

const LONG = `---\ntitle: Talks\n---\n\n${'The talks ran five hours. Nobody left the room.\n\n'.repeat(10)}`

async function startOn(text: string): Promise<TestDesk> {
  const test = await startDesk({ 'talks.md': text })
  desks.push(test)
  const [article] = test.desk.stores.library.getState().articles
  if (article === undefined) throw new Error('The library is empty.')
  await openArticle(test.desk, article.id)
  return test
}

/** Leaves so many blocks of the page. */
function cutTo({ page }: TestDesk, blocks: number): void {
  page().editor.update(
    () => {
      for (const block of $getRoot().getChildren().slice(blocks)) block.remove()
    },
    { discrete: true },
  )
}

const cuts = (test: TestDesk): readonly string[] =>
  test.notices().filter((notice) => notice.includes('nearly all of its words'))

it.each([0, 1])(
  'R42 tells of a save that leaves %i of 10 paragraphs, keeps the text before, and brings it back',
  async (left) => {
    const test = await startOn(LONG)
    cutTo(test, left)
    await saveNow(test.desk)
    await eventually(() => expect(cuts(test)).toHaveLength(1))
    expect(cuts(test)).toEqual([
      '“talks.md” lost nearly all of its words with the last save: 90 were there before. That version is in the history.',
    ])
    const { session } = test.desk.stores.article.getState()
    if (session === null) throw new Error('Nothing is open.')
    // The text before was in the history before anything was written over it.
    const { revisions } = await test.desk.client.call('history.list', { id: session.id })
    const texts = await Promise.all(
      revisions.map(({ n }) => test.desk.client.call('history.text', { id: session.id, n })),
    )
    expect(texts.map(({ text }) => text)).toContain(LONG)
    await eventually(async () => {
      const now = await test.desk.client.call('history.list', { id: session.id })
      expect(now.revisions.filter(({ pinned }) => pinned)).toHaveLength(1)
    })
    test.press('Bring them back')
    await eventually(() => expect(test.page().text()).toBe(LONG))
    await saveNow(test.desk)
    expect(await test.host.disk.text('talks.md')).toBe(LONG)
    await eventually(() => expect(cuts(test)).toEqual([]))
  },
)

it('R42 says nothing of smaller cuts, and no more once the words are back', async () => {
  const test = await startOn(LONG)
  cutTo(test, 5)
  await saveNow(test.desk)
  expect(cuts(test)).toEqual([])
  const short = await startOn('A few words.\n')
  cutTo(short, 0)
  await saveNow(short.desk)
  expect(cuts(short)).toEqual([])
})
