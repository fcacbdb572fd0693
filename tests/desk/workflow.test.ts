import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { assignReviewer, moveToStatus } from '../../renderer/state/actions/workflow'
import { startDesk, type TestDesk } from './testDesk'

let open: TestDesk | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

it('keeps an article’s status with the day of each change, and who is to look at it', async () => {
  open = await startDesk({ 'talks.md': '---\ntitle: Talks\n---\n\nThey lasted.\n' })
  const { desk } = open
  const [article] = desk.stores.library.getState().articles
  if (article === undefined) throw new Error('The library is empty.')
  await openArticle(desk, article.id)
  const { session } = desk.stores.article.getState()
  if (session === null) throw new Error('The article is not open.')
  moveToStatus(desk, session, 'draft')
  moveToStatus(desk, session, 'in review')
  assignReviewer(session, 'ana')
  await saveNow(desk)
  const text = session.text()
  expect(text).toContain('status: in review\n')
  expect(text).toMatch(/draft \d{4}-\d\d-\d\dT\d\d:\d\dZ[\s\S]*in review \d{4}-/)
  expect(text).toContain('reviewer: ana\n')
  expect(text).toContain('They lasted.\n')
  const [listed] = desk.stores.library.getState().articles
  expect(listed).toMatchObject({ status: 'in review', reviewer: 'ana' })
})
