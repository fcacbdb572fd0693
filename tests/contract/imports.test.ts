import { expect, it } from 'vitest'
import { exportArticle } from '../../shared/document/export'
import { describeOnHosts } from '../support/hostSuite'

const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describeOnHosts('imports', ({ call, host, list }) => {
  it('makes an article of a page, its pictures beside it', async () => {
    const html = `<h1>Peace talks</h1><p>Six hours.</p><p><img alt="A ship" src="data:image/png;base64,${png}"></p><script>x()</script>`
    const { articles } = await call('articles.import', {
      folder: 'news',
      fileName: 'page.html',
      base64: base64(html),
    })
    expect(articles).toMatchObject([
      { summary: { fileName: 'peace-talks.md', folder: 'news', title: 'Peace talks' } },
    ])
    expect(articles[0]?.report.join(' ')).toContain('Left out: 1 script.')
    expect(await host().disk.text('news/peace-talks.md')).toBe(
      '---\ntitle: Peace talks\n---\n\nSix hours.\n\n![A ship](peace-talks-1.png)\n',
    )
    expect(await host().disk.text('news/peace-talks-1.png')).not.toBeNull()
  })

  it('replaces nothing', async () => {
    const wish = { folder: '', fileName: 'talks.html', base64: base64('<h1>Talks</h1><p>New.</p>') }
    const { articles } = await call('articles.import', wish)
    expect(articles[0]?.summary.fileName).toBe('talks-2.md')
    expect(await host().disk.text('talks.md')).toContain('Five hours.')
    expect((await list()).map(({ fileName }) => fileName)).toContain('talks-2.md')
  })

  it('obeys what was declined of a plain text', async () => {
    const text = 'Ferries sail\n\n• One\n• Two\n'
    const read = async (declined: number[]) => {
      const wish = { folder: '', fileName: 'f.txt', base64: base64(text), declined }
      const { articles } = await call('articles.import', wish)
      return host().disk.text(articles[0]?.summary.fileName ?? '')
    }
    expect(await read([])).toContain('- One\n- Two')
    expect(await read([0])).toContain('• One')
  })

  it('reads a Word document with its review, and writes nothing', async () => {
    const before = await list()
    const file = 'It {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} long.\n'
    const { content } = await exportArticle(file, { format: 'docx', review: 'marked' })
    const { text } = await call('articles.read', {
      fileName: 'back.docx',
      base64: Buffer.from(content).toString('base64'),
    })
    expect(text).toContain(file)
    expect(await list()).toEqual(before)
    await expect(
      call('articles.read', { fileName: 'back.html', base64: base64('<p>Words</p>') }),
    ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('back.html') })
  })

  it('tells who saved a document last, and what of an article comes back in one', async () => {
    const file = '---\ntitle: Talks\nsection: World\n---\n\nIt *ran*\nlong.\n\n* odd bullet\n'
    const { content } = await exportArticle(file, { format: 'docx' })
    const { text, saved } = await call('articles.read', {
      fileName: 'back.docx',
      base64: Buffer.from(content).toString('base64'),
    })
    expect(saved).toEqual({ by: '', at: expect.stringMatching(/^20\d\d-/) })
    expect(text).toBe('---\ntitle: Talks\n---\n\nWorld\n\nIt *ran* long.\n\n- odd bullet\n')
    const [article] = await list()
    if (!article) throw new Error('The library is empty.')
    const through = { id: article.id, text: file, fileName: 'back.docx' }
    expect(await call('articles.throughWord', through)).toEqual({ text })
  })

  it('says why a file cannot be imported, and writes nothing', async () => {
    const before = (await list()).length
    for (const fileName of ['a.docx', 'a.pdf', 'a.json', 'a.xml']) {
      await expect(
        call('articles.import', { folder: '', fileName, base64: base64('words') }),
      ).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(fileName) })
    }
    expect(await list()).toHaveLength(before)
  })
})
