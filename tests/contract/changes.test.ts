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
