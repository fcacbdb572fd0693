import { expect, it } from 'vitest'
import type { OpenedArticle } from '../../shared/domain/article'
import { eventually } from '../support/eventually'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('the history', ({ call, host, list, named, openNamed, restart }) => {
  async function save(opened: Pick<OpenedArticle, 'summary' | 'revision'>, text: string) {
    const { id } = opened.summary
    const saved = await call('articles.save', { id, base: opened.revision, text })
    return { ...opened, revision: saved.revision }
  }
  const revisions = async (fileName = 'talks.md') =>
    (await call('history.list', { id: (await named(fileName)).id })).revisions
  const text = async (n: number, fileName = 'talks.md') =>
    (await call('history.text', { id: (await named(fileName)).id, n })).text

  it('keeps every save, and what was there before the first', async () => {
    const opened = await openNamed('talks.md')
    const second = await save(opened, 'Five hours.\n')
    await save(second, 'Five hours and a half.\n')
    expect(await revisions()).toMatchObject([
      { n: 3, added: 3, removed: 0, reason: 'save' },
      { n: 2, reason: 'save' },
      { n: 1, reason: 'found' },
    ])
    expect(await text(1)).toBe(opened.text)
    expect(await text(2)).toBe('Five hours.\n')
    expect(await text(3)).toBe('Five hours and a half.\n')
  })

  it('keeps one version of saves that change nothing', async () => {
    const opened = await openNamed('talks.md')
    const same = await save(opened, opened.text)
    await save(same, opened.text)
    expect(await revisions()).toHaveLength(1)
  })

  it('is there after a restart, and no article of the library', async () => {
    await save(await openNamed('talks.md'), 'Six.\n')
    await restart()
    await call('library.current', {})
    expect((await list()).map(({ fileName }) => fileName).sort()).toEqual([
      'notes.markdown',
      'talks.md',
    ])
    expect(await revisions()).toHaveLength(2)
    await save(await openNamed('talks.md'), 'Seven.\n')
    expect((await revisions()).map(({ n }) => n)).toEqual([3, 2, 1])
    expect(await text(2)).toBe('Six.\n')
  })

  it('goes along when an article is renamed or moved', async () => {
    const opened = await save(await openNamed('talks.md'), 'Six.\n')
    const { id } = opened.summary
    await call('articles.rename', { id, fileName: 'peace.md' })
    await call('articles.move', { id, folder: 'news' })
    expect(await revisions('peace.md')).toHaveLength(2)
  })

  it('goes along when another program renames the article', async () => {
    await save(await openNamed('talks.md'), 'Six hours in a row.\n')
    await restart()
    await call('library.current', {})
    await host().disk.delete('talks.md')
    await host().disk.put('elsewhere.md', 'Six hours in a row.\n')
    await eventually(async () =>
      expect((await list()).map(({ fileName }) => fileName)).toContain('elsewhere.md'),
    )
    expect(await revisions('elsewhere.md')).toHaveLength(2)
  })

  it('keeps what another program wrote before it is replaced', async () => {
    await save(await openNamed('talks.md'), 'Six.\n')
    await host().disk.put('talks.md', 'By another program.\n')
    await save(await openNamed('talks.md'), 'Seven.\n')
    const kept = await revisions()
    expect(kept.map(({ reason }) => reason)).toEqual(['save', 'found', 'save', 'found'])
    expect(await text(3)).toBe('By another program.\n')
  })

  it('R62 pins the version before a large cut', async () => {
    const words = `${'word '.repeat(100)}end.\n`
    const long = await save(await openNamed('talks.md'), words)
    const shorter = await save(long, `${'word '.repeat(80)}end.\n`)
    await save(shorter, 'end.\n')
    expect((await revisions()).map(({ n, pinned }) => [n, pinned])).toEqual([
      [4, false],
      [3, true],
      [2, false],
      [1, false],
    ])
  })

  it('gives a version a name', async () => {
    await save(await openNamed('talks.md'), 'Six.\n')
    const { id } = await named('talks.md')
    await call('history.name', { id, n: 2, name: 'As sent to print' })
    await restart()
    await call('library.current', {})
    expect((await revisions())[0]).toMatchObject({ n: 2, name: 'As sent to print' })
    const again = (await named('talks.md')).id
    await expect(call('history.name', { id: again, n: 9, name: 'x' })).rejects.toThrow(
      /no revision 9/,
    )
  })

  it('saves articles also where it cannot be written', async () => {
    await host().disk.put('.galley', 'A file where the folder would be.')
    await save(await openNamed('talks.md'), 'Six.\n')
    expect(await host().disk.text('talks.md')).toBe('Six.\n')
  })
})
