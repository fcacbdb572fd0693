import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

const svg = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>${name}</title></svg>`

describeOnHosts('an article that is moved', ({ call, host, named, openNamed }) => {
  const put = (path: string, text: string) => host().disk.put(path, text)
  const text = (path: string) => host().disk.text(path)

  it('takes its own pictures along, so that its links stay as they are', async () => {
    await put(
      'ships.md',
      '---\nimage: img/lead.svg\n---\n\n![A](img/a.svg)\n\n![B](<img/b b.svg>)\n',
    )
    for (const name of ['lead', 'a', 'b b']) await put(`img/${name}.svg`, svg(name))
    const opened = await openNamed('ships.md')
    const moved = await call('articles.move', { id: opened.summary.id, folder: 'news/today' })
    expect(moved.folder).toBe('news/today')
    expect(await text('news/today/ships.md')).toBe(opened.text)
    for (const name of ['lead', 'a', 'b b']) {
      expect(await text(`news/today/img/${name}.svg`)).toBe(svg(name))
      expect(await text(`img/${name}.svg`)).toBe(null)
    }
    await call('articles.move', { id: moved.id, folder: '' })
    expect(await text('img/a.svg')).toBe(svg('a'))
    expect(await text('news/today/img/a.svg')).toBe(null)
  })

  it('copies a picture that another article shows, too', async () => {
    await put('ships.md', '![A](a.svg)\n')
    await put('news/other.md', '![A](../a.svg)\n')
    await put('a.svg', svg('a'))
    await call('articles.move', { id: (await named('ships.md')).id, folder: 'sea' })
    expect(await text('a.svg')).toBe(svg('a'))
    expect(await text('sea/a.svg')).toBe(svg('a'))
    expect(await text('news/other.md')).toBe('![A](../a.svg)\n')
  })

  it('still finds a picture that lies elsewhere in the library', async () => {
    await put('news/ships.md', 'Ships.\n\n![A](../img/a.svg "Caption")  \n* x\n')
    await put('img/a.svg', svg('a'))
    const { id } = await named('ships.md')
    await call('articles.move', { id, folder: 'news/today/late' })
    expect(await text('news/today/late/ships.md')).toBe(
      'Ships.\n\n![A](../../../img/a.svg "Caption")  \n* x\n',
    )
    expect(await text('img/a.svg')).toBe(svg('a'))
    await call('assets.read', { article: id, path: '../../../img/a.svg' })
  })

  it('gives its picture another name where something else has it', async () => {
    await put('ships.md', '![A](a.svg)\n')
    await put('a.svg', svg('a'))
    await put('sea/a.svg', svg('not a'))
    const { id } = await named('ships.md')
    await call('articles.move', { id, folder: 'sea' })
    expect(await text('sea/a.svg')).toBe(svg('not a'))
    expect(await text('sea/a-2.svg')).toBe(svg('a'))
    expect(await text('sea/ships.md')).toBe('![A](a-2.svg)\n')
  })

  it('moves nothing when its own name is taken', async () => {
    await put('talks.md', '![A](a.svg)\n')
    await put('a.svg', svg('a'))
    await put('sea/talks.md', 'Taken.\n')
    const { summary } = await call('articles.open', {
      id: (await call('library.list', {})).articles.find(({ folder }) => folder === '')?.id ?? '',
    })
    await expect(call('articles.move', { id: summary.id, folder: 'sea' })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await text('a.svg')).toBe(svg('a'))
    expect(await text('sea/a.svg')).toBe(null)
  })

  it('touches nothing outside the library and nothing that is not there', async () => {
    await host().disk.inHome.put('secret.svg', svg('secret'))
    const words =
      '![A](../secret.svg) ![B](/../secret.svg) ![C](none.svg) ![D](https://x.org/a.svg)\n'
    await put('ships.md', words)
    await call('articles.move', { id: (await named('ships.md')).id, folder: 'sea' })
    expect(await text('sea/ships.md')).toBe(words)
    expect(await host().disk.inHome.text('secret.svg')).toBe(svg('secret'))
  })
})

describeOnHosts('a picture', ({ call, host, named }) => {
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  it('that is added twice is there once, under a name that links can hold', async () => {
    const { id } = await named('notes.markdown')
    const add = (fileName: string, text: string) =>
      call('assets.add', { article: id, fileName, base64: base64(text) })
    expect(await add('My Ship (1).SVG', svg('a'))).toEqual({ path: 'my-ship-1.svg' })
    expect(await add('My Ship (1).SVG', svg('a'))).toEqual({ path: 'my-ship-1.svg' })
    expect(await add('My Ship (1).SVG', svg('b'))).toEqual({ path: 'my-ship-1-2.svg' })
    expect(await add('My Ship (1).SVG', svg('b'))).toEqual({ path: 'my-ship-1-2.svg' })
    expect(await host().disk.text('news/my-ship-1-2.svg')).toBe(svg('b'))
  })

  it('that is missing is told of with the place where it was looked for', async () => {
    const { id } = await named('notes.markdown')
    await expect(
      call('assets.read', { article: id, path: 'img/no%20ne.png' }),
    ).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('“news/img/no ne.png”'),
    })
  })

  it('is found where its address has spaces written as such or as %20', async () => {
    await host().disk.put('news/two words.svg', svg('a'))
    const { id } = await named('notes.markdown')
    for (const path of ['two words.svg', 'two%20words.svg', './two%20words.svg?x#y']) {
      expect((await call('assets.read', { article: id, path })).type).toBe('image/svg+xml')
    }
  })
})
