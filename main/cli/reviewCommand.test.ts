import { describe, expect, it } from 'vitest'
import { cliFolder } from '../../tests/support/cliFolder'

const { galley, put, text } = cliFolder()

const reviewed =
  '---\ntitle: Talks\n---\n\nThe talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} {++five ++}{>>@ben 2026-11-24T10:03Z<<}hours.{>>@ana 2026-11-24T10:04Z Check.<<}\n'

describe('galley review', () => {
  it('lists suggestions and comments, for people and for programs', async () => {
    await put('talks.md', reviewed)
    const { code, out } = await galley('review', 'talks.md', '--list')
    expect(code).toBe(0)
    expect(out).toContain('s1 ± @ana 2026-11-24T10:02Z: - “ran” + “lasted”')
    expect(out).toContain('s2 + @ben 2026-11-24T10:03Z: + “five ”')
    expect(out).toContain('@ana 2026-11-24T10:04Z: Check.')
    expect(out).toContain(
      'suggestions 2: @ana 1 (+1 -1 words), @ben 1 (+1 -0 words); open threads 1\n',
    )
    const list = JSON.parse((await galley('review', 'talks.md', '--list', '--json')).out)
    expect(list.suggestions.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2'])
    expect(list.comments[0].comments[0].text).toBe('Check.')
    expect(await text('talks.md')).toBe(reviewed)
  })

  it('accepts and rejects all, leaving exactly the clean texts', async () => {
    await put('talks.md', reviewed)
    expect((await galley('review', 'talks.md', '--accept', 'all')).code).toBe(0)
    expect(await text('talks.md')).toBe('---\ntitle: Talks\n---\n\nThe talks lasted five hours.\n')
    await put('talks.md', reviewed)
    expect((await galley('review', '--reject', 'all', 'talks.md')).code).toBe(0)
    expect(await text('talks.md')).toBe('---\ntitle: Talks\n---\n\nThe talks ran hours.\n')
  })

  it('decides single suggestions and keeps the others and the comments', async () => {
    await put('talks.md', reviewed)
    expect((await galley('review', 'talks.md', '--accept', 's2')).code).toBe(0)
    expect(await text('talks.md')).toBe(
      reviewed.replace('{++five ++}{>>@ben 2026-11-24T10:03Z<<}', 'five '),
    )
    const { code, err } = await galley('review', 'talks.md', '--reject', 's9')
    expect(code).toBe(1)
    expect(err).toMatch(/talks\.md: .*“s9”/)
  })

  it('tells what was said about a suggestion, in the headline as in the text', async () => {
    const file = `---
title: Talks
suggestions:
  - for: title
    text: Peace
    by: ana
    at: 2026-11-24T10:02Z
    comments: "{>>@ben 2026-11-24T10:05Z Sure?<<}"
---

A {++very ++}{>>@ana 2026-11-24T10:03Z<<}{>>@ben 2026-11-24T10:06Z No.<<}{>>@ben 2026-11-24T10:07Z [resolved]<<}good day.
`
    await put('said.md', file)
    const { out } = await galley('review', 'said.md', '--list')
    expect(out).toContain(
      'h1 ± headline @ana 2026-11-24T10:02Z: - “Talks” + “Peace”\n   @ben 2026-11-24T10:05Z: Sure?\n',
    )
    expect(out).toContain('+ “very ” resolved\n   @ben 2026-11-24T10:06Z: No.\n')
  })

  it('tells of a moved block as one suggestion, and rejects it in both places', async () => {
    const sign = '{>>@ana 2026-11-24T10:02Z<<}'
    const moved = `{++Two.\n\n++}${sign}One.\n\n{--Two.\n\n--}${sign}Three.\n`
    await put('moved.md', moved)
    const { out } = await galley('review', 'moved.md', '--list')
    expect(out).toContain('s1 ↕ @ana 2026-11-24T10:02Z: moved up “Two.”\n')
    expect(out).toContain('suggestions 1: @ana 1 (+0 -0 words, 1 moved); open threads 0\n')
    const list = JSON.parse((await galley('review', 'moved.md', '--list', '--json')).out)
    expect(list.suggestions[0]).toMatchObject({ id: 's1', kind: 'move', direction: 'up' })
    await galley('review', 'moved.md', '--reject', 's1')
    expect(await text('moved.md')).toBe('One.\n\nTwo.\n\nThree.\n')
  })

  it.each([
    [['review', 'a.md']],
    [['review', '--list']],
    [['review', 'a.md', '--list', '--accept', 'all']],
    [['review', 'a.md', '--accept']],
    [['review', 'a.md', '--accept', 'x']],
    [['review', 'a.md', '--accept', 'all', 's1']],
    [['review', 'a.md', '--accept', 'all', '--json']],
    [['merge', 'a.md', 'b.md']],
    [['merge', 'a.md', 'b.md', 'c.md', '--as', 'two words']],
  ])('takes %j for wrong usage', async (args) => {
    const { code, err } = await galley(...args)
    expect(code).toBe(2)
    expect(err).toMatch(/See “galley (review|merge) --help”/)
  })
})

describe('galley merge', () => {
  it('brings the editor’s changes to what the writer wrote meanwhile', async () => {
    await put('base.md', 'The talks ran long.\n\nAn end.\n')
    await put('mine.md', 'The talks ran long today.\n\nAn end.\n')
    await put(
      'theirs.md',
      'The talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} long.\n\n{==An end==}{>>@ana 2026-11-24T10:03Z Which?<<}.\n',
    )
    const { code, out } = await galley('merge', 'base.md', 'mine.md', 'theirs.md')
    expect(code).toBe(0)
    expect(out).toBe(
      'The talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} long today.\n\n{==An end==}{>>@ana 2026-11-24T10:03Z Which?<<}.\n',
    )
  })

  it('makes suggestions of what an editor changed without a mark, and writes where it is told', async () => {
    await put('base.md', 'The talks ran long.\n')
    await put('mine.md', 'Yesterday the talks ran long.\n')
    await put('theirs.md', 'The talks lasted long.\n')
    const args = ['merge', 'base.md', 'mine.md', 'theirs.md', '--as', 'ana', '--out', 'new.md']
    expect((await galley(...args)).code).toBe(0)
    expect(await text('new.md')).toMatch(/\{~~ran~>lasted~~\}\{>>@ana /)
    await galley('review', 'new.md', '--reject', 'all')
    expect(await text('new.md')).toBe('Yesterday the talks ran long.\n')
  })
})

describe('an export', () => {
  it('holds no trace of review', async () => {
    await put('talks.md', reviewed)
    await galley('export', 'talks.md', '--to', 'html', '--out', 'a.html')
    await galley('export', 'talks.md', '--to', 'markdown', '--out', 'a.md')
    for (const name of ['a.html', 'a.md']) {
      expect(await text(name)).toContain('The talks lasted five hours.')
      const content = (await text(name)).replace(/^[\s\S]*<article/, '')
      expect(content).not.toMatch(/\{(\+\+|--|~~|==|>>)|@ana/)
    }
  })
})
