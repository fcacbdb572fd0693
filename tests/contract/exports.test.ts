import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describeOnHosts('pictures and exports', ({ call, host, named }) => {
  it('reads a picture by its path from the article', async () => {
    await host().disk.put('img/ship.png', Buffer.from(png, 'base64'))
    const { id } = await named('notes.markdown')
    const picture = await call('assets.read', { article: id, path: '../img/ship.png' })
    expect(picture).toEqual({ type: 'image/png', base64: png })
    expect(await call('assets.list', { article: id })).toMatchObject([{ path: '../img/ship.png' }])
    await host().disk.put('img/notes.png', 'no picture')
    for (const path of ['../img/notes.png', '../../secret.png', '/../x.png', 'none.png']) {
      await expect(call('assets.read', { article: id, path })).rejects.toThrow()
    }
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

  it('exports beside the article, over its own export and over nothing else', async () => {
    const { id } = await named('talks.md')
    const first = await call('exports.write', { id, format: 'html' })
    expect(first).toMatchObject({ fileName: 'talks.html', problems: [] })
    expect(first.displayPath).toMatch(/^~.library.talks\.html$/)
    expect(await host().disk.text('talks.html')).toContain('Peace talks')
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
})
