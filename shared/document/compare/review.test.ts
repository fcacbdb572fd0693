import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import { markReview } from './review'

const HEAD =
  '---\nreviewers:\n  - handle: ana\n    name: Ana Ruiz\n  - handle: ben\n    name: Ben Holt\n---\n\n'
const ANA = '{>>@ana 2026-11-24T10:02Z<<}'
const BEN = '{>>@ben 2026-11-25T08:00Z<<}'

function htmlOf(body: string): string {
  const { article } = markReview(HEAD + body)
  return toHtml(article.pieces.map(({ element }): Element => element))
}

describe('an article under review', () => {
  it('says beside each change who made it and when', () => {
    const html = htmlOf(
      `The talks {~~ran~>lasted~~}${ANA} five{++ long++}${BEN} hours, see [there](https://a.test/five).\n`,
    )
    expect(html).toContain(
      '<del class="change" title="Ana Ruiz, 2026-11-24" data-author="Ana Ruiz" data-time="2026-11-24T10:02Z">ran</del>',
    )
    expect(html).toMatch(/<ins [^>]*title="Ana Ruiz, 2026-11-24"[^>]*>lasted<\/ins>/)
    expect(html).toMatch(/<ins [^>]*title="Ben Holt, 2026-11-25"[^>]*>long ?<\/ins>/)
  })

  it('parts words that two people added side by side', () => {
    const html = htmlOf(`Hours{++ and days++}${ANA}{++ of talk++}${BEN}.\n`)
    expect(html).toMatch(/Ana Ruiz"[^>]*>(?: )?and days ?<\/ins><ins[^>]*Ben Holt"[^>]*>of talk/)
  })

  it('puts a thread around the words that it is about', () => {
    const html = htmlOf(
      `It is **{==90 percent ready==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ben 2026-11-24T10:09Z Two.<<}** now.\n`,
    )
    expect(html).toContain(
      '<strong><span data-thread-start="0"></span>90 percent ready<span data-thread-end="0"></span></strong>',
    )
  })

  it('puts an answer to a suggestion around the suggestion', () => {
    const html = htmlOf(`It was {--very --}${ANA}{>>@ben 2026-11-24T11:00Z Agreed.<<}late.\n`)
    expect(html).toMatch(
      /<span data-thread-start="0"><\/span><del [^>]*>very <\/del><span data-thread-end="0">/,
    )
  })

  it('says nothing of who where another program marked the change', () => {
    expect(htmlOf('It was {--very --}late.\n')).toContain('title="Unknown"')
  })
})
