import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('changes by other programs', ({ call, host, list, next, openNamed }) => {
  it('are told of an open article', async () => {
    const { summary } = await openNamed('talks.md')
    const change = next('article.changed')
    await host().disk.put('talks.md', 'Theirs.\n')
    const { id, revision } = await change
    expect(id).toBe(summary.id)
    expect((await openNamed('talks.md')).revision).toBe(revision)
  })

  it('are told of an open article that goes away', async () => {
    const { summary } = await openNamed('talks.md')
    const change = next('article.changed')
    await host().disk.delete('talks.md')
    expect(await change).toEqual({ id: summary.id, revision: null })
  })

  it('are told of the list', async () => {
    await list()
    const change = next('library.changed')
    await host().disk.put('new.md', 'New.\n')
    await change
    expect(await list()).toHaveLength(3)
  })

  it('are seen when the list is asked for, even if nobody told', async () => {
    const { summary } = await openNamed('talks.md')
    const changes: unknown[] = []
    host().client.subscribe('article.changed', (change) => changes.push(change))
    await host().disk.put('talks.md', 'Theirs and longer.\n')
    await list()
    expect(changes).toEqual([{ id: summary.id, revision: (await openNamed('talks.md')).revision }])
  })

  it('are not what Galley itself saved', async () => {
    const opened = await openNamed('talks.md')
    const changes: unknown[] = []
    host().client.subscribe('article.changed', (change) => changes.push(change))
    let base = opened.revision
    for (let n = 0; n < 30; n++) {
      const text = `Words ${n}.\n`
      base = (await call('articles.save', { id: opened.summary.id, base, text })).revision
      if (n % 10 === 0) await list()
    }
    // The watcher tells in order: once it has told of this file, it has told of the saves.
    const change = next('library.changed')
    await host().disk.put('zz.md', 'x')
    await change
    expect(changes).toEqual([])
  })
})

describeOnHosts(
  'files that other programs move',
  ({ call, host, list, next, openNamed, restart }) => {
    it.each(['renamed.md', 'news/talks.md', 'new folder/talks.md'])(
      'are followed to “%s”, and keep their id',
      async (to) => {
        const opened = await openNamed('talks.md')
        const { id } = opened.summary
        const change = next('article.moved')
        await host().disk.rename('talks.md', to)
        const { summary } = await change
        expect(summary.id).toBe(id)
        expect(
          summary.folder === '' ? summary.fileName : `${summary.folder}/${summary.fileName}`,
        ).toBe(to)
        await call('articles.save', { id, base: opened.revision, text: 'Moved and saved.\n' })
        expect(await host().disk.text(to)).toBe('Moved and saved.\n')
        expect(await host().disk.text('talks.md')).toBe(null)
        expect((await list()).filter((article) => article.id === id)).toHaveLength(1)
        expect(await list()).toHaveLength(2)
      },
    )

    it('are followed by a save that comes before anyone told', async () => {
      const { summary, revision } = await openNamed('talks.md')
      await host().disk.rename('talks.md', 'elsewhere.md')
      const saved = await call('articles.save', {
        id: summary.id,
        base: revision,
        text: 'Mine.\n',
      })
      expect(saved.summary.fileName).toBe('elsewhere.md')
      expect(await host().disk.text('elsewhere.md')).toBe('Mine.\n')
      expect(await host().disk.text('talks.md')).toBe(null)
    })

    it('are not taken for a file of the same words that was there before', async () => {
      const { text } = await openNamed('talks.md')
      await host().disk.put('twin.md', text)
      await restart()
      await call('library.current', {})
      const { summary, revision } = await openNamed('talks.md')
      const change = next('article.changed')
      await host().disk.delete('talks.md')
      await host().disk.put('stranger.md', 'Something else.\n')
      await call('articles.save', { id: summary.id, base: revision, text: 'Mine.\n' }).catch(
        () => undefined,
      )
      expect(await change).toEqual({ id: summary.id, revision: null })
      expect(await host().disk.text('stranger.md')).toBe('Something else.\n')
    })

    it('are made again on request, in their old place', async () => {
      const { summary } = await openNamed('notes.markdown')
      await host().disk.delete('news/notes.markdown')
      const made = await call('articles.recreate', { id: summary.id, text: '# Again\n' })
      expect(made.summary).toMatchObject({ id: summary.id, title: 'Again', folder: 'news' })
      expect(await host().disk.text('news/notes.markdown')).toBe('# Again\n')
      const { revision } = made
      await call('articles.save', { id: summary.id, base: revision, text: '# And again\n' })
    })

    it('are not made again over something else', async () => {
      const { summary } = await openNamed('talks.md')
      await expect(
        call('articles.recreate', { id: summary.id, text: 'Mine.\n' }),
      ).rejects.toMatchObject({ code: 'conflict' })
      expect(await host().disk.text('talks.md')).toContain('Five hours.')
    })

    it('are told of to every page when one saves them', async () => {
      const { summary, revision } = await openNamed('talks.md')
      const news = next('article.saved')
      const saved = await call('articles.save', { id: summary.id, base: revision, text: 'Mine.\n' })
      expect(await news).toEqual({ id: summary.id, revision: saved.revision })
    })
  },
)
