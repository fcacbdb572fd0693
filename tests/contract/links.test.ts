import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('links to an article', ({ call, host, list, named, next, openNamed }) => {
  const put = (path: string, text: string) => host().disk.put(path, text)
  const text = (path: string) => host().disk.text(path)

  it('follow it to its new name, and no other byte changes', async () => {
    const before = [
      '* [Talks](talks.md)  ',
      '* [Again](<./talks.md#end> "T") and `[code](talks.md)`',
      '',
      'See [one] \\[x\\](talks.md), [other](talks.mdx), ![p](talks.md).',
      '<a href="talks.md">Talks</a>',
      '',
      '[one]: talks.md',
      '',
    ].join('\r\n')
    await put('links.md', before)
    await put('news/notes.markdown', '# Notes\n\n[T](../talks.md)\n')
    const followed = next('links.followed')
    await call('articles.rename', { id: (await named('talks.md')).id, fileName: 'my talks' })
    expect(await text('links.md')).toBe(
      before
        .replace('(talks.md)', '(my%20talks.md)')
        .replace('./talks.md#end', 'my%20talks.md#end')
        .replace('"talks.md"', '"my%20talks.md"')
        .replace(']: talks.md', ']: my%20talks.md'),
    )
    expect(await text('news/notes.markdown')).toBe('# Notes\n\n[T](../my%20talks.md)\n')
    const { fileName, changed, left } = await followed
    expect({ fileName, changed: [...changed].sort(), left }).toEqual({
      fileName: 'my talks.md',
      changed: ['links.md', 'notes.markdown'],
      left: [],
    })
  })

  it('follow it to another folder, where its own links are found, too', async () => {
    await put('talks.md', '[N](news/notes.markdown) [site](/about) [me](talks.md) [x](press/kit)\n')
    await put('news/notes.markdown', '[T](../talks.md)\n')
    const opened = await openNamed('notes.markdown')
    await call('articles.move', { id: (await named('talks.md')).id, folder: 'news/late' })
    expect(await text('news/late/talks.md')).toBe(
      '[N](../notes.markdown) [site](/about) [me](talks.md) [x](press/kit)\n',
    )
    expect(await text('news/notes.markdown')).toBe('[T](late/talks.md)\n')
    const save = call('articles.save', {
      id: opened.summary.id,
      base: opened.revision,
      text: 'Mine.\n',
    })
    await expect(save).rejects.toMatchObject({ code: 'conflict' })
  })

  it('follow what another program renamed only once somebody wants it', async () => {
    await put('links.md', '[T](talks.md), [N](news/notes.markdown)\n')
    await put('more.md', 'See [N].\n\n[N]: <news/notes.markdown>\n')
    await list()
    const left = next('links.left')
    await host().disk.rename('news/notes.markdown', 'news/names.md')
    await list()
    const { offer, moved, articles } = await left
    expect(moved).toEqual([{ from: 'notes.markdown', to: 'names.md' }])
    expect([...articles].sort()).toEqual(['links.md', 'more.md'])
    expect(await text('links.md')).toBe('[T](talks.md), [N](news/notes.markdown)\n')
    await call('links.follow', { offer })
    expect(await text('links.md')).toBe('[T](talks.md), [N](news/names.md)\n')
    expect(await text('more.md')).toBe('See [N].\n\n[N]: <news/names.md>\n')
    await expect(call('links.follow', { offer })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('lead again to where they led, pictures too, from where another program moved an article', async () => {
    const before =
      '---\ntitle: T\n---\n\n[N](news/notes.markdown#a) [me](talks.md) [kit](press/kit.pdf) [gone](no.md)\n\n![B](boats.png#wide "Q") ![along](along.png) ![n][n]\n\n[n]: <boats.png>\n'
    await put('talks.md', before)
    await put('press/kit.pdf', 'kit')
    await put('boats.png', 'boats')
    await put('along.png', 'along')
    await list()
    const left = next('links.left')
    await put('news/late/along.png', 'along')
    await host().disk.rename('talks.md', 'news/late/talks.md')
    await list()
    const { offer, moved, articles, strayed } = await left
    expect({ moved, articles, strayed }).toEqual({
      moved: [{ from: 'talks.md', to: 'talks.md' }],
      articles: [],
      strayed: ['talks.md'],
    })
    expect(await text('news/late/talks.md')).toBe(before)
    const followed = next('links.followed')
    await call('links.follow', { offer })
    expect(await text('news/late/talks.md')).toBe(
      before
        .replace('news/notes.markdown#a', '../notes.markdown#a')
        .replace('press/kit.pdf', '../../press/kit.pdf')
        .replace('(boats.png#wide', '(../../boats.png#wide')
        .replace('<boats.png>', '<../../boats.png>'),
    )
    expect(await followed).toEqual({ fileName: 'talks.md', changed: ['talks.md'], left: [] })
  })

  it('lead to files that are no articles from where Galley moved one', async () => {
    await put('talks.md', '[kit](press/kit.pdf) ![B](boats.png#wide)\n')
    await put('press/kit.pdf', 'kit')
    await put('boats.png', 'boats')
    await put('news/harbour.md', '![B](../boats.png#wide)\n')
    await call('articles.move', { id: (await named('harbour.md')).id, folder: 'news/late' })
    expect(await text('news/late/harbour.md')).toBe('![B](../../boats.png#wide)\n')
    await call('articles.move', { id: (await named('talks.md')).id, folder: 'news' })
    expect(await text('news/talks.md')).toBe('[kit](../press/kit.pdf) ![B](boats.png#wide)\n')
  })

  it('are offered for the open article as well, and for nothing that nobody links to', async () => {
    await put('links.md', '[T](talks.md)\n')
    await openNamed('talks.md')
    const offers: unknown[] = []
    host().client.subscribe('links.left', (offer) => offers.push(offer))
    await host().disk.rename('news/notes.markdown', 'news/names.md')
    const left = next('links.left')
    await host().disk.rename('talks.md', 'later talks.md')
    await list()
    const { offer } = await left
    await call('links.follow', { offer })
    expect(await text('links.md')).toBe('[T](later%20talks.md)\n')
    expect(offers).toHaveLength(1)
  })
})
