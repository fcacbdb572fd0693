import { expect, it } from 'vitest'
import type { Input } from '../../shared/api/contract'
import type { OpenedArticle } from '../../shared/domain/article'
import { describeOnHosts } from '../support/hostSuite'

const TALKS = '---\ntitle: Peace talks\nstatus: draft\n---\n\nFive hours.\n'

describeOnHosts('the journal', ({ call, host, named, openNamed, restart }) => {
  type Change = Input<'journals.append'>['change']
  const append = (opened: OpenedArticle, number: number, change: Change, page = 'page-1') =>
    call('journals.append', {
      id: opened.summary.id,
      page,
      base: opened.revision,
      number,
      change,
      holdsTaken: change.kind === 'whole',
    })
  const typed = (text: string, at = TALKS.length): Change => ({
    kind: 'splice',
    at,
    removed: 0,
    text,
  })
  async function take(page = 'page-2') {
    const { summary, revision } = await openNamed('talks.md')
    return call('journals.take', { id: summary.id, page, revision })
  }

  it('gives back what was typed and not saved when everything starts again', async () => {
    const opened = await openNamed('talks.md')
    expect(await append(opened, 0, typed('\nSix'))).toEqual({ kept: true })
    expect(await append(opened, 1, typed(' hours.', TALKS.length + 4))).toEqual({ kept: true })
    await restart()
    await call('library.current', {})
    const pending = await call('journals.pending', {})
    expect(pending.articles).toMatchObject([{ fileName: 'talks.md', isGone: false }])
    const found = await take()
    expect(found).toMatchObject({ text: `${TALKS}\nSix hours.`, baseText: TALKS, fits: true })
    expect(await host().disk.text('talks.md')).toBe(TALKS)
  })

  it('keeps what it gave back until the page that has it keeps its own', async () => {
    const opened = await openNamed('talks.md')
    await append(opened, 0, typed('Six.'))
    await restart()
    await call('library.current', {})
    expect((await take())?.text).toBe(`${TALKS}Six.`)
    await restart()
    await call('library.current', {})
    expect((await take())?.text).toBe(`${TALKS}Six.`)
    const again = await openNamed('talks.md')
    await append(again, 0, { kind: 'whole', text: 'All of it.' }, 'page-2')
    await restart()
    await call('library.current', {})
    expect((await take('page-3'))?.text).toBe('All of it.')
    const { id } = await named('talks.md')
    await call('journals.clear', { id, page: 'page-3', words: 'own' })
    expect((await take('page-3'))?.text).toBe('All of it.')
    await call('journals.clear', { id, page: 'page-3', words: 'taken' })
    expect(await take('page-4')).toBeNull()
  })

  it('has nothing to give once a save holds everything', async () => {
    const opened = await openNamed('talks.md')
    await append(opened, 0, typed('Six.'))
    const { id } = opened.summary
    await call('articles.save', { id, base: opened.revision, text: `${TALKS}Six.` })
    await call('journals.clear', { id, page: 'page-1', words: 'own' })
    await restart()
    await call('library.current', {})
    expect(await call('journals.pending', {})).toEqual({ articles: [], problems: [] })
    expect(await take()).toBeNull()
  })

  it('knows its own saves from those of other programs', async () => {
    const opened = await openNamed('talks.md')
    const { id } = opened.summary
    await append(opened, 0, typed('Six.'))
    await call('articles.save', { id, base: opened.revision, text: `${TALKS}Six.` })
    await append(opened, 1, typed(' Seven.', TALKS.length + 4))
    await restart()
    await call('library.current', {})
    expect(await take()).toMatchObject({ text: `${TALKS}Six. Seven.`, fits: true })
    await host().disk.put('talks.md', 'Another program.\n')
    expect(await take('page-3')).toMatchObject({ text: `${TALKS}Six. Seven.`, fits: false })
    expect(await host().disk.text('talks.md')).toBe('Another program.\n')
  })

  it('asks for the whole text when it has lost the thread', async () => {
    const opened = await openNamed('talks.md')
    expect(await append(opened, 3, typed('x'))).toEqual({ kept: false })
    await host().disk.put('talks.md', 'Another program.\n')
    const other = { ...opened, revision: 'f'.repeat(64) as OpenedArticle['revision'] }
    expect(await append(other, 0, typed('x'))).toEqual({ kept: false })
    expect(await append(other, 0, { kind: 'whole', text: 'Mine.' })).toEqual({ kept: true })
    expect(await append(other, 1, typed(' More.', 5))).toEqual({ kept: true })
  })

  it('gives nobody the words of a page that runs', async () => {
    const opened = await openNamed('talks.md')
    await append(opened, 0, typed('Six.'))
    const stop = host().client.subscribe('journal.whose', ({ page }) => {
      if (page === 'page-1') void call('journals.here', { page })
    })
    expect(await take()).toBeNull()
    stop()
    expect((await take())?.text).toBe(`${TALKS}Six.`)
  })

  it('stays small however long one types', async () => {
    const opened = await openNamed('talks.md')
    const { id } = opened.summary
    const word = 'word '.repeat(2000)
    let text = TALKS
    for (let number = 0; number < 60; number++) {
      const next = `${TALKS}${number}${word}`
      const change = { kind: 'splice', at: 0, removed: text.length, text: next } as const
      expect(await append(opened, number, change)).toEqual({ kept: true })
      text = next
    }
    await restart()
    await call('library.current', {})
    expect((await take())?.text).toBe(text)
    expect(id).toBe(opened.summary.id)
  })
})
