import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describeOnHosts('pictures and exports', ({ call, host, named }) => {
  it('reads a picture by its path from the article, and nothing else (C7, C24)', async () => {
    await host().disk.put('img/ship.png', Buffer.from(png, 'base64'))
    const { id } = await named('notes.markdown')
    const picture = await call('assets.read', { article: id, path: '../img/ship.png' })
    expect(picture).toEqual({ type: 'image/png', base64: png })
    expect(await call('assets.list', { article: id })).toMatchObject([{ path: '../img/ship.png' }])
    await host().disk.put('img/notes.png', 'no picture')
    for (const path of ['../img/notes.png', '../../secret.png', '/../x.png', 'none.png']) {
      await expect(call('assets.read', { article: id, path })).rejects.toThrow()
    }
    // A few bytes that say they are a picture of 34 thousand million pixels.
    const bomb = Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\0\0\0\x10', 'latin1'),
      Buffer.alloc(20),
    ])
    await host().disk.put('img/bomb.png', bomb)
    const asked = call('assets.read', { article: id, path: '../img/bomb.png' })
    await expect(asked).rejects.toThrow(/million pixels/)
  })

  it('adds a picture beside the article under a free name', async () => {
    const { id } = await named('notes.markdown')
    const add = (base64: string) =>
      call('assets.add', { article: id, fileName: 'ship.png', base64 })
    await host().disk.put('news/ship.png', 'Something else.')
    expect(await add(png)).toEqual({ path: 'ship-2.png' })
    await expect(add(Buffer.from('<html>').toString('base64'))).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await host().disk.text('news/ship-2.png')).not.toBeNull()
  })

  it('exports beside the article, over its own export and over nothing else (C30)', async () => {
    const { id } = await named('talks.md')
    const first = await call('exports.write', { id, format: 'html' })
    expect(first).toMatchObject({ fileName: 'talks.html', problems: [] })
    expect(first.displayPath).toMatch(/^~.library.talks\.html$/)
    const page = await host().disk.text('talks.html')
    expect(page).toContain('Peace talks')
    expect(page).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;;/,
    )
    expect(page).not.toContain(host().disk.home)
    expect(page).not.toContain('talks.md')
    expect((await call('exports.write', { id, format: 'html' })).fileName).toBe('talks.html')
    await host().disk.put('talks.html', 'My own page.')
    expect((await call('exports.write', { id, format: 'html' })).fileName).toBe('talks-2.html')
    expect(await host().disk.text('talks.html')).toBe('My own page.')
    const markdown = await call('exports.write', { id, format: 'markdown', frontMatter: false })
    expect(markdown.fileName).toBe('talks.export.md')
    expect(await host().disk.text('talks.export.md')).toBe('\nFive hours.\n')
  })

  it('needs a dialog to export elsewhere', async () => {
    const { id } = await named('talks.md')
    const wish = { id, format: 'html', where: 'choose' } as const
    await expect(call('exports.write', wish)).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('exports in a design, and in the library’s own without what would load', async () => {
    const { id } = await named('talks.md')
    expect((await call('pages.style', {})).problems).toEqual([
      'The library has no style of its own; put one at its top as galley-page.css.',
    ])
    await host().disk.put('galley-page.css', 'h1{color:teal}\nh2{background:url(x.png)}')
    const { css, problems } = await call('pages.style', {})
    expect(css).toBe('h1{color:teal}h2{}')
    expect(problems).toEqual([expect.stringMatching(/^galley-page\.css, line 2: “background”/)])
    const own = await call('exports.write', { id, format: 'html', design: 'own' })
    expect(own.problems).toEqual(problems)
    expect(await host().disk.text('talks.html')).toContain('<style>h1{color:teal}h2{}</style>')
    await call('exports.write', { id, format: 'html', design: 'plain' })
    expect(await host().disk.text('talks.html')).toContain('system-ui')
  })

  it('exports many into a folder outside the library, and again only what changed', async () => {
    const home = await call('folders.browse', {})
    const { folder: to } = await call('folders.create', { parent: home.folder, name: 'site' })
    const wish = { job: 'job', to, format: 'html', index: true } as const
    const told: number[] = []
    host().client.subscribe('export.progress', ({ job, done }) => job === 'job' && told.push(done))
    const first = await call('exports.many', wish)
    expect(first).toMatchObject({
      written: ['index.html', 'news/notes.html', 'talks.html'],
      failed: 0,
      isCancelled: false,
    })
    expect(first.displayPath).toMatch(/^~.site$/)
    expect(told).toEqual([1, 2])
    expect(await call('exports.many', wish)).toMatchObject({ written: [], unchanged: 2 })
    await host().disk.put('talks.md', '# Talks\n\nSix hours.\n')
    const { id } = await named('talks.md')
    const some = await call('exports.many', { ...wish, index: false, ids: [id] })
    expect(some).toMatchObject({ written: ['talks.html'], removed: [] })
    expect(await host().disk.inHome.text('site/talks.html')).toContain('Six hours.')
    expect(await host().disk.inHome.text('site/news/notes.html')).toContain('Words here.')
  })

  it('binds many into one book but for one under embargo, and exports none among the articles', async () => {
    await host().disk.put('later.md', '---\ntitle: Later\nembargo: 2999-01-01\n---\nText.\n')
    const home = await call('folders.browse', {})
    const { folder: to } = await call('folders.create', { parent: home.folder, name: 'books' })
    const wish = { job: 'job', format: 'epub' } as const
    expect(await call('exports.many', { ...wish, to })).toMatchObject({
      written: ['library.epub'],
      problems: ['later.md: kept back, it is under embargo until 2999-01-01.'],
      failed: 0,
    })
    expect(await call('exports.many', { ...wish, to })).toMatchObject({ written: [], unchanged: 1 })
    const { folder: inside } = await call('library.current', {}).then((library) => {
      if (library === null) throw new Error('No library is open.')
      return library
    })
    await expect(call('exports.many', { ...wish, to: inside })).rejects.toMatchObject({
      code: 'invalid',
    })
    expect(await call('exports.cancel', { job: 'unknown' })).toEqual({})
  })
})
