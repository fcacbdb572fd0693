import { expect, it } from 'vitest'
import type { ArticleId } from '../../shared/domain/article'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('the library', ({ call, fresh, host, list, named, restart }) => {
  it('lists articles with what their files say', async () => {
    const articles = await list()
    expect(articles).toHaveLength(2)
    expect(articles[0]).toMatchObject({
      fileName: 'notes.markdown',
      folder: 'news',
      title: 'Notes',
      excerpt: 'Words here.',
      words: 3,
    })
    expect(articles[1]).toMatchObject({
      fileName: 'talks.md',
      folder: '',
      title: 'Peace talks',
      status: 'draft',
      excerpt: 'Five hours.',
      words: 4,
    })
    expect((await call('library.list', {})).folders).toEqual(['news'])
  })

  it('lists what it cannot read, with the reason', async () => {
    await host().disk.put('image.md', new Uint8Array([137, 80, 78, 71, 0, 1]))
    await host().disk.put('latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]))
    await host().disk.put('huge.md', new Uint8Array(10 * 1024 * 1024 + 1).fill(97))
    expect((await named('image.md')).problem).toMatch(/binary/)
    expect((await named('latin.md')).problem).toMatch(/UTF-8/)
    expect((await named('huge.md')).problem).toMatch(/large/)
    expect(await list()).toHaveLength(5)
  })

  it('keeps an article’s name from list to list', async () => {
    const { id } = await named('talks.md')
    expect((await named('talks.md')).id).toBe(id)
    expect(id).not.toContain('talks')
  })

  it('remembers what was open', async () => {
    const { id } = await named('talks.md')
    const place = { block: 1, offset: 4, scroll: 80 }
    await call('session.set', { article: id })
    await call('session.setPlace', { id, place })
    await restart()
    expect(await call('library.current', {})).toMatchObject({ name: 'library' })
    const { article } = await call('session.get', {})
    expect(article).toBe((await named('talks.md')).id)
    expect(await call('session.place', { id: article as ArticleId })).toEqual(place)
    expect(await call('library.recent', {})).toHaveLength(1)
  })

  it('knows nothing at a first start', async () => {
    const first = await fresh()
    expect(await first.client.call('library.current', {})).toBeNull()
    expect(await first.client.call('library.recent', {})).toEqual([])
    await expect(first.client.call('library.list', {})).rejects.toMatchObject({
      code: 'not-found',
    })
    await first.close()
  })

  it('copies the samples, and never over a file of the person’s', async () => {
    await host().disk.inHome.put('samples/welcome.md', '# Welcome\n')
    await host().disk.inHome.put('samples/pictures/ship.png', 'x')
    await call('library.samples', {})
    expect((await list()).map(({ title }) => title)).toEqual(['Welcome'])
    await host().disk.inHome.put('Documents/Galley/welcome.md', '# Mine\n')
    expect(await call('library.samples', {})).toMatchObject({ name: 'Galley' })
    expect(await host().disk.inHome.text('Documents/Galley/welcome.md')).toBe('# Mine\n')
    expect(await host().disk.inHome.text('Documents/Galley/pictures/ship.png')).toBe('x')
  })

  it('makes a folder to put a library in', async () => {
    const home = await call('folders.browse', {})
    const made = await call('folders.create', { parent: home.folder, name: 'New desk' })
    expect(made.children).toEqual([])
    expect(await call('library.open', { folder: made.folder })).toMatchObject({
      name: 'New desk',
    })
    expect(await list()).toEqual([])
    await expect(
      call('folders.create', { parent: home.folder, name: 'a:b' }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  it('has no system dialogs unless the host does', async () => {
    expect(await call('app.info', {})).toMatchObject({ nativeDialogs: false, trash: 'folder' })
    await expect(call('library.choose', {})).rejects.toMatchObject({ code: 'unavailable' })
  })
})
