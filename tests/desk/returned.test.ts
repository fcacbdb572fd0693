import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import { mergeReturnedDraft, mergeReturnedFile } from '../../renderer/state/actions/returnedDraft'
import { exportArticle } from '../../shared/document/export'
import { cleanText } from '../../shared/review'
import { startDesk, type TestDesk } from './testDesk'

let open: TestDesk | null = null
afterEach(async () => {
  await open?.close()
  open = null
})

const SENT = `---
title: Talks
---

The talks ran *five* hours, and nobody left.

* Ferries sail
* Wages rise

***

An official spoke.
`
const BY_ANA = SENT.replace('ran', '{~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<}').replace(
  'official',
  '{==official==}{>>@ana 2026-11-24T10:03Z Who?<<}',
)
const MINE = SENT.replace('nobody left', 'few left').replace('* Wages rise', '* Wages rise at once')

async function desked(files: Readonly<Record<string, string>>, name: string) {
  open = await startDesk(files)
  const { desk } = open
  const id = desk.stores.library.getState().articles.find((each) => each.fileName === name)?.id
  if (id === undefined) throw new Error('The article is not in the library.')
  await openArticle(desk, id)
  return { desk, page: open.page() }
}

it('merges the Word document that came back into the article it was made of', async () => {
  const { desk, page } = await desked({ 'talks.md': MINE }, 'talks.md')
  const { content } = await exportArticle(BY_ANA, { format: 'docx', review: 'marked' })
  if (typeof content === 'string') throw new Error('A document is bytes.')
  await mergeReturnedFile(desk, new File([new Uint8Array(content)], 'talks-ana.docx'))
  const text = page.text()
  expect(text).toContain(
    '{~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} *five* hours, and few left.',
  )
  expect(text).toContain('{==official==}{>>@ana 2026-11-24T10:03Z Who?<<}')
  expect(text).toContain('* Ferries sail\n* Wages rise at once\n\n***\n')
  expect(cleanText(text, 'original')).toContain(MINE.replace(/^---[\s\S]*?---\n/, ''))
})

it('says so when a document that came back holds no tracked change', async () => {
  const { desk, page } = await desked({ 'talks.md': MINE }, 'talks.md')
  const { content } = await exportArticle(SENT, { format: 'docx' })
  if (typeof content === 'string') throw new Error('A document is bytes.')
  await mergeReturnedFile(desk, new File([new Uint8Array(content)], 'talks-ana.docx'))
  expect(page.text()).toBe(MINE)
  expect(open?.notices().join()).toContain('“talks-ana.docx” holds no tracked change')
})

it('finds among the versions what was sent when a copy comes back changed without a mark', async () => {
  const back = SENT.replace('An official', 'A tall official')
  const { desk, page } = await desked({ 'talks.md': SENT, 'back.md': back }, 'talks.md')
  page.setField('title', 'The talks')
  await saveNow(desk)
  const id = desk.stores.library.getState().articles.find((each) => each.fileName === 'back.md')?.id
  if (id === undefined) throw new Error('The copy is not in the library.')
  await mergeReturnedDraft(desk, id)
  expect(page.text()).toMatch(/\{\+\+tall \+\+\}|\{~~An~>A tall~~\}/)
  expect(page.text()).toContain('title: The talks')
})
