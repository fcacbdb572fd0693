import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
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

const nobody = async () => null

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
  await mergeReturnedFile(desk, new File([new Uint8Array(content)], 'talks-ana.docx'), nobody)
  const text = page.text()
  expect(text).toContain(
    '{~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} *five* hours, and few left.',
  )
  expect(text).toContain('{==official==}{>>@ana 2026-11-24T10:03Z Who?<<}')
  expect(text).toContain('* Ferries sail\n* Wages rise at once\n\n***\n')
  expect(cleanText(text, 'original')).toContain(MINE.replace(/^---[\s\S]*?---\n/, ''))
})

/** The document made of what was sent, as an editor saved it who did not track changes. */
async function untracked(edit: (document: string) => string, by: string): Promise<File> {
  const { content } = await exportArticle(SENT, { format: 'docx' })
  if (typeof content === 'string') throw new Error('A document is bytes.')
  const parts = unzipSync(content)
  const rewrite = (part: string, change: (xml: string) => string): void => {
    parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())))
  }
  rewrite('word/document.xml', edit)
  rewrite('docProps/core.xml', (xml) =>
    xml.replace(/(<cp:lastModifiedBy>)[^<]*/, (_, start: string) => start + by),
  )
  return new File([new Uint8Array(zipSync(parts))], 'talks-ana.docx')
}

it('takes a document without tracked changes as the text of who saved it, and says so', async () => {
  const { desk, page } = await desked({ 'talks.md': SENT }, 'talks.md')
  page.setField('title', 'Our talks')
  await saveNow(desk)
  const back = await untracked(
    (xml) => xml.replace('nobody left', 'nobody ever left').replace('Wages rise', 'Wages fall'),
    'Ana Ruiz',
  )
  await mergeReturnedFile(desk, back, nobody)
  const suggestions = page.review.list().suggestions
  expect(suggestions.map(({ author, deleted, inserted }) => [author, deleted, inserted])).toEqual([
    ['ana', '', 'ever '],
    ['ana', 'rise', 'fall'],
  ])
  expect(page.text()).toContain('title: Our talks\n')
  expect(page.text()).toContain('name: "Ana Ruiz"')
  expect(cleanText(page.text(), 'original')).toContain(SENT.replace(/^---[\s\S]*?---\n/, ''))
  expect(open?.notices().join()).toContain(
    '“talks-ana.docx” came back without tracked changes, so what it says otherwise is suggested by Ana Ruiz: 2 suggestions.',
  )
})

it('asks who it was where the document does not say, and merges nothing without an answer', async () => {
  const { desk, page } = await desked({ 'talks.md': SENT }, 'talks.md')
  const back = () => untracked((xml) => xml.replace('nobody left', 'nobody ever left'), 'Un-named')
  await mergeReturnedFile(desk, await back(), nobody)
  expect(page.text()).toBe(SENT)
  await mergeReturnedFile(desk, await back(), async () => 'Cy Holt')
  expect(page.review.list().suggestions.map(({ author }) => author)).toEqual(['cy'])
})

it('says so when a document comes back as it went', async () => {
  const { desk, page } = await desked({ 'talks.md': SENT }, 'talks.md')
  await mergeReturnedFile(desk, await untracked((xml) => xml, 'Ana Ruiz'), nobody)
  expect(page.text()).toBe(SENT)
  expect(open?.notices().join()).toContain('there is nothing to merge')
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
