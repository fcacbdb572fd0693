import { afterEach, expect, it } from 'vitest'
import {
  compareWithCopy,
  stopComparing,
  takeComparison,
} from '../../renderer/state/actions/conflictCopies'
import { resolve } from '../../shared/article/merge'
import { copiesIn } from '../../shared/domain/libraryCopies'
import { eventually } from '../support/eventually'
import { startDesk, type TestDesk } from './testDesk'

let open: TestDesk | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

const COPY = 'talks (Ana’s conflicted copy 2026-11-24).md'
const MINE = '---\ntitle: Talks\n---\n\nIt began.\n\nThey talked for five hours.\n'
const THEIRS = MINE.replace('five hours', 'six hours')

async function startComparing(theirs = THEIRS): Promise<TestDesk> {
  open = await startDesk({ 'talks.md': MINE, [COPY]: theirs })
  const [copy] = copiesIn(open.desk.stores.library.getState().articles).values()
  if (copy === undefined) throw new Error('No copy was recognised.')
  await compareWithCopy(open.desk, copy)
  return open
}

const comparing = ({ desk }: TestDesk) => desk.stores.article.getState().comparing

it('shows an article beside the copy that a sync program made of it', async () => {
  const test = await startComparing()
  expect(comparing(test)).toMatchObject({ tool: 'Dropbox', copy: { fileName: COPY } })
  stopComparing(test.desk)
  expect(comparing(test)).toBe(null)
  expect(await test.host.disk.text('talks.md')).toBe(MINE)
})

it('saves what was taken of both, and moves the copy to the trash on request', async () => {
  const test = await startComparing()
  await takeComparison(test.desk, resolve(comparing(test)?.parts ?? [], ['theirs']))
  expect(await test.host.disk.text('talks.md')).toBe(THEIRS)
  expect(test.page().text()).toBe(THEIRS)
  expect(await test.host.disk.text(COPY)).toBe(THEIRS)
  test.press('Move the copy to the trash')
  await eventually(async () => expect(await test.host.disk.text(COPY)).toBe(null))
  expect(test.names()).toEqual(['talks.md'])
})

it('says so when both say the same', async () => {
  const test = await startComparing(MINE)
  expect(comparing(test)).toBe(null)
  expect(test.notices().join()).toContain('says the same')
})
