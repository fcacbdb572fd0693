import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentFromMarkdown, exportArticle } from '../../../../shared/document/export'
import { toPlainText } from '../../../../shared/document/export/text'
import { fileText, importDocument } from '../../../../shared/document/importing'
import { cleanText, composeEdit, parseReview, serialiseReview } from '../../../../shared/review'
import { REVIEWED } from '../../../../tests/support/reviewedArticle'
import { readDocument } from './readDocument'

const fixture = new URL('../../../../tests/fixtures/docx/libreoffice-review.docx', import.meta.url)

async function imported(bytes: Uint8Array): Promise<string> {
  return fileText(importDocument(await readDocument(bytes)))
}

async function exported(text: string): Promise<Uint8Array> {
  const { content } = await exportArticle(text, { format: 'docx', review: 'marked' })
  if (typeof content === 'string') throw new Error('a document is bytes')
  return content
}

describe('a document that was reviewed in LibreOffice', () => {
  it('comes with its tracked changes and comments, each by whom and when it was made', async () => {
    const text = await imported(await readFile(fixture))
    expect(text).toContain('reviewers:\n  - handle: "ana"\n    name: "Ana Ruiz"\n')
    for (const part of [
      'The talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} five hours',
      '**{==90 percent ready==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ana 2026-11-24T10:03Z [resolved]<<}**',
      'a diplomat {++with knowledge of the matter ++}{>>@ben 2026-11-25T08:15Z<<}said.',
      '{--A paragraph about the weather of the day.--}{>>@ben 2026-11-25T08:20Z<<}',
      'signed at noon.{--¶--}{>>@ana 2026-11-25T09:00Z<<}',
      '{++- Nobody is dismissed\n++}{>>@ben 2026-11-25T08:30Z<<}',
      '{==talks==}{>>@ben 2026-11-25T08:40Z Which papers? All of them?<<}',
    ]) {
      expect(text).toContain(part)
    }
    // What looks like markup in the document's own words stays words.
    expect(text).toContain('follow \\{++next++\\} week')
    expect(cleanText(text, 'original')).toContain('The talks ran five hours')
    expect(cleanText(text, 'accepted')).toContain('noon. The first ferry')
  })
})

it('goes to Word and comes back with the same review', async () => {
  const back = await imported(await exported(REVIEWED))
  const again = await imported(await exported(back))
  expect(again).toBe(back)
  expect(back).toContain('standfirst: Five hours.')
  expect(back).toContain('{~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<}')
  expect(back).toContain(
    '{==90 percent ready==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ben 2026-11-24T10:09Z Two officials.<<}',
  )
  expect(back).toContain('she said.[^1]')
  // What one puts in and another takes out again is in neither text, and goes both ways all the same.
  expect(back).toContain(
    '{++very {--truly --}{>>@ben 2026-11-24T10:45Z<<}++}{>>@ana 2026-11-24T10:42Z<<}close',
  )
})

const word = fc.constantFrom('talks', 'lasted', 'five', 'hours', 'and', 'ferries', 'sail', 'north')
const sentence = fc
  .array(word, { minLength: 2, maxLength: 7 })
  .map((words) => `${words.join(' ')}.`)
const block = fc.oneof(
  { weight: 3, arbitrary: sentence },
  sentence.map((text) => `## ${text}`),
  sentence.map((text) => `> ${text}`),
  fc.array(sentence, { minLength: 1, maxLength: 3 }).map((items) => `- ${items.join('\n- ')}`),
  fc.tuple(sentence, sentence).map(([a, b]) => `${a} **${b}**`),
)
const article = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => `${blocks.join('\n\n')}\n`)

/** The words of an article, whatever carries them. */
const wordsOf = (text: string) =>
  toPlainText(contentFromMarkdown(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

it('reads the same after Word with every change made and with none, whatever was suggested', async () => {
  await fc.assert(
    fc.asyncProperty(article, article, article, async (start, first, second) => {
      const time = { timeAt: () => '2026-11-24T10:02Z', kind: 'suggesting' } as const
      const { frontMatter, nodes } = parseReview(start)
      const once = composeEdit(nodes, first, { ...time, author: 'ana' })
      const twice = composeEdit(once, second, { ...time, author: 'ben' })
      const text = serialiseReview({ frontMatter, nodes: twice })
      const back = await imported(await exported(text))
      for (const reading of ['accepted', 'original'] as const) {
        expect(wordsOf(cleanText(back, reading))).toBe(wordsOf(cleanText(text, reading)))
      }
    }),
    { numRuns: 25 },
  )
})
