import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { exportArticle } from '../index'

const REVIEWED = `---
title: Talks end
reviewers:
  - handle: ana
    name: Ana Ruiz
  - handle: ben
    name: Ben Holt
---

The talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} five hours, {==90 percent ready==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ben 2026-11-24T10:09Z Two officials.<<}{>>@ben 2026-11-24T10:10Z [resolved]<<}.

{--A paragraph about the weather of the day.

--}{>>@ben 2026-11-24T10:20Z<<}* Ferries sail
{++* Wages rise
++}{>>@ben 2026-11-24T10:41Z<<}
See [the {++new ++}{>>@ana 2026-11-24T10:43Z<<}notes](https://example.org).{--[^1]--}{>>@ben 2026-11-24T10:50Z<<}

[^1]: After nine days.
`

async function partsOf(text: string): Promise<Record<string, string>> {
  const { content } = await exportArticle(text, { format: 'docx', review: 'marked' })
  if (typeof content === 'string') throw new Error('a document is bytes')
  return Object.fromEntries(
    Object.entries(unzipSync(content))
      .filter(([name]) => name.endsWith('.xml'))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
}

it('tells a Word user of each change as a tracked one, with its author and time', async () => {
  const parts = await partsOf(REVIEWED)
  for (const part of Object.values(parts)) expect(() => fromXml(part)).not.toThrow()
  const document = parts['word/document.xml'] ?? ''
  expect(document).toMatch(
    /<w:del w:id="\d+" w:author="Ana Ruiz" w:date="2026-11-24T10:02:00Z"><w:r><w:delText xml:space="preserve">ran<\/w:delText>/,
  )
  expect(document).toMatch(/<w:ins [^>]*w:author="Ana Ruiz"[^>]*><w:r><w:t [^>]*>lasted</)
  // Paragraphs that came or went take their ends along.
  expect(document).toMatch(/<w:rPr><w:del [^>]*"Ben Holt"[^>]*\/><\/w:rPr><\/w:pPr><w:del/)
  expect(document).toMatch(/<w:rPr><w:ins [^>]*"Ben Holt"[^>]*\/><\/w:rPr><\/w:pPr><w:ins/)
  // Within a link, not around it.
  expect(document).toMatch(/<w:hyperlink [^>]*>(?:(?!<\/w:hyperlink>).)*<w:ins /)
  expect(document).toMatch(/<w:del [^>]*><w:r>(?:(?!<\/w:del>).)*<w:footnoteReference w:id="1001"/)
  const ids = [...document.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('gives threads to Word with their answers, and whether they are closed', async () => {
  const parts = await partsOf(REVIEWED)
  expect(parts['word/document.xml']).toMatch(
    /<w:commentRangeStart w:id="0"\/><w:commentRangeStart w:id="1"\/><w:r><w:t [^>]*>90 percent ready/,
  )
  const comments = parts['word/comments.xml'] ?? ''
  expect(comments).toMatch(/w:id="0"[^>]*w:initials="AR"[^>]*w:author="Ana Ruiz"/)
  expect(comments).toContain('Two officials.')
  expect(comments).not.toContain('[resolved]')
  const threads = parts['word/commentsExtended.xml'] ?? ''
  expect(threads).toMatch(/w15:paraIdParent="/)
  expect(threads.match(/w15:done="1"/g)).toHaveLength(2)
})

it('says that a thread is closed also where nobody answered', async () => {
  const { 'word/commentsExtended.xml': threads } = await partsOf(
    'It is {==over==}{>>@ana 2026-11-24T10:03Z Is it?<<}{>>@ana 2026-11-24T10:10Z [resolved]<<}.\n',
  )
  expect(threads).toContain('w15:done="1"')
  expect(threads).not.toContain('paraIdParent')
})

it('leaves no trace of the review unless it is asked for', async () => {
  for (const format of ['html', 'docx', 'markdown', 'text'] as const) {
    const { content } = await exportArticle(REVIEWED, { format })
    const told =
      typeof content === 'string'
        ? content
        : Object.values(unzipSync(content))
            .map((part) => strFromU8(part))
            .join('')
    expect(told).not.toMatch(/\{\+\+|\{>>|Says who|<w:ins|<w:del |class="change"/)
  }
})

it('shows changes on a page with their authors, under a policy that allows their style', async () => {
  const { content } = await exportArticle(REVIEWED, { format: 'html', review: 'marked' })
  const html = String(content)
  expect(html).toContain('<del class="change" title="Ana Ruiz, 2026-11-24"')
  expect(html.match(/sha256-[\w+/=]+/g)).toHaveLength(2)
  // What was said stands at the foot, tied to its place both ways.
  expect(html).toMatch(
    /90 percent ready<sup class="comment-ref"><a href="#comment-1" id="comment-ref-1" aria-label="Comment 1">1<\/a><\/sup>/,
  )
  expect(html).toMatch(
    /<li id="comment-1"><p><strong>Ana Ruiz<\/strong>, <time[^>]*>2026-11-24<\/time>: Says who\?<\/p><p><strong>Ben Holt<\/strong>.*Two officials\. \(resolved\)/,
  )
  expect(html).not.toContain('data-thread')
  const original = await exportArticle(REVIEWED, { format: 'text', review: 'original' })
  expect(original.content).toContain('The talks ran five hours')
})
