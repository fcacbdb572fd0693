import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventName, EventPayload } from '../../shared/api/contract'
import type { ArticleId, ArticleSummary, Revision } from '../../shared/domain/article'
import { browserHost, memoryHost, nodeHost, openLibrary, type TestHost } from '../support/hosts'

const otherRevision = '0'.repeat(64) as Revision
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe.each([
  ['memory', memoryHost],
  ['node', nodeHost],
  ['a browser host', browserHost],
])('a backend over %s', (_, makeHost) => {
  let host: TestHost
  beforeEach(async () => {
    host = await makeHost()
    await host.disk.put('talks.md', '---\ntitle: Peace talks\nstatus: draft\n---\n\nFive hours.\n')
    await host.disk.put('news/notes.markdown', '# Notes\n\nWords here.\n')
    await host.disk.put('readme.txt', 'x')
    await openLibrary(host)
  })
  afterEach(() => host.close())

  const call: TestHost['client']['call'] = (method, input) => host.client.call(method, input)
  const list = async () => (await call('library.list', {})).articles
  const named = async (fileName: string): Promise<ArticleSummary> => {
    const found = (await list()).find((article) => article.fileName === fileName)
    if (found === undefined) throw new Error(`${fileName} is not in the list`)
    return found
  }
  const openNamed = async (fileName: string) =>
    call('articles.open', { id: (await named(fileName)).id })

  /** Resolves with the next event of a kind. */
  function next<E extends EventName>(event: E): Promise<EventPayload<E>> {
    return new Promise((resolve) => {
      const stop = host.client.subscribe(event, (payload) => {
        stop()
        resolve(payload)
      })
    })
  }

  describe('the library', () => {
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
      await host.disk.put('image.md', new Uint8Array([137, 80, 78, 71, 0, 1]))
      await host.disk.put('latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]))
      await host.disk.put('huge.md', new Uint8Array(10 * 1024 * 1024 + 1).fill(97))
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
      host = await host.restart()
      expect(await call('library.current', {})).toMatchObject({ name: 'library' })
      const { article } = await call('session.get', {})
      expect(article).toBe((await named('talks.md')).id)
      expect(await call('session.place', { id: article as ArticleId })).toEqual(place)
      expect(await call('library.recent', {})).toHaveLength(1)
    })

    it('knows nothing at a first start', async () => {
      const fresh = await makeHost()
      expect(await fresh.client.call('library.current', {})).toBeNull()
      expect(await fresh.client.call('library.recent', {})).toEqual([])
      await expect(fresh.client.call('library.list', {})).rejects.toMatchObject({
        code: 'not-found',
      })
      await fresh.close()
    })

    it('copies the samples, and never over a file of the person’s', async () => {
      await host.disk.inHome.put('samples/welcome.md', '# Welcome\n')
      await host.disk.inHome.put('samples/pictures/ship.png', 'x')
      await call('library.samples', {})
      expect((await list()).map(({ title }) => title)).toEqual(['Welcome'])
      await host.disk.inHome.put('Documents/Galley/welcome.md', '# Mine\n')
      expect(await call('library.samples', {})).toMatchObject({ name: 'Galley' })
      expect(await host.disk.inHome.text('Documents/Galley/welcome.md')).toBe('# Mine\n')
      expect(await host.disk.inHome.text('Documents/Galley/pictures/ship.png')).toBe('x')
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

  describe('an article', () => {
    it('is saved from the revision it was opened at', async () => {
      const opened = await openNamed('talks.md')
      const text = opened.text.replace('Five', 'Six')
      const saved = await call('articles.save', {
        id: opened.summary.id,
        base: opened.revision,
        text,
      })
      expect(await host.disk.text('talks.md')).toBe(text)
      expect(saved.summary.excerpt).toBe('Six hours.')
      expect((await openNamed('talks.md')).revision).toBe(saved.revision)
    })

    it('is a conflict when another program wrote meanwhile', async () => {
      const opened = await openNamed('talks.md')
      await host.disk.put('talks.md', 'Theirs.\n')
      const theirs = (await openNamed('talks.md')).revision
      const save = call('articles.save', {
        id: opened.summary.id,
        base: opened.revision,
        text: 'Mine.\n',
      })
      await expect(save).rejects.toMatchObject({ code: 'conflict', details: { theirs } })
      expect(await host.disk.text('talks.md')).toBe('Theirs.\n')
    })

    it('that was deleted is a conflict, too, and is not made again', async () => {
      const opened = await openNamed('talks.md')
      await host.disk.delete('talks.md')
      const save = call('articles.save', {
        id: opened.summary.id,
        base: opened.revision,
        text: 'Mine.\n',
      })
      await expect(save).rejects.toMatchObject({ code: 'conflict', details: { theirs: null } })
      expect(await host.disk.text('talks.md')).toBeNull()
    })

    it('of another base is refused, however the saves arrive', async () => {
      const opened = await openNamed('talks.md')
      const save = (text: string) =>
        call('articles.save', { id: opened.summary.id, base: opened.revision, text })
      const outcomes = await Promise.allSettled(['One.\n', 'Two.\n', 'Three.\n'].map(save))
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
      expect(await host.disk.text('talks.md')).toBe('One.\n')
      const { id } = opened.summary
      await expect(
        call('articles.save', { id, base: otherRevision, text: '' }),
      ).rejects.toMatchObject({ code: 'conflict' })
    })

    it('keeps its encoding', async () => {
      await host.disk.put('wide.md', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x0a, 0]))
      const opened = await openNamed('wide.md')
      expect(opened.text).toBe('A\n')
      const saved = await call('articles.save', {
        id: opened.summary.id,
        base: opened.revision,
        text: 'é\n',
      })
      const { bytes, revision } = await host.disk.files.read(host.disk.root, 'wide.md', {
        maxBytes: 99,
      })
      expect([...bytes]).toEqual([0xff, 0xfe, 0xe9, 0, 0x0a, 0])
      expect(revision).toBe(saved.revision)
    })

    it.each(['image.md', 'latin.md', 'huge.md'])(
      '%s is refused by name and left alone',
      async (name) => {
        const contents: Record<string, Uint8Array> = {
          'image.md': new Uint8Array([137, 80, 78, 71, 0, 1]),
          'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9]),
          'huge.md': new Uint8Array(50 * 1024 * 1024).fill(97),
        }
        await host.disk.put(name, contents[name] ?? '')
        const { id } = await named(name)
        await expect(call('articles.open', { id })).rejects.toMatchObject({
          code: 'invalid',
          message: expect.stringContaining(name),
        })
        const save = call('articles.save', { id, base: otherRevision, text: 'x' })
        await expect(save).rejects.toThrow()
        expect((await host.disk.files.stat(host.disk.root, name))?.size).toBe(
          contents[name]?.length,
        )
      },
    )

    it('with malformed front matter opens as it is', async () => {
      const text = '---\ntitle: [unclosed\n---\n\nBody.\n'
      await host.disk.put('broken.md', text)
      expect((await openNamed('broken.md')).text).toBe(text)
    })

    it('is created under a name made from its headline', async () => {
      const first = await call('articles.create', { folder: 'new/desk', title: 'Day one: talks' })
      expect(first.summary).toMatchObject({ fileName: 'day-one-talks.md', folder: 'new/desk' })
      expect(first.text).toContain('title: "Day one: talks"')
      const second = await call('articles.create', { folder: 'new/desk', title: 'Day one: talks' })
      expect(second.summary.fileName).toBe('day-one-talks-2.md')
      expect(second.summary.title).toBe('Day one: talks')
      const bare = await call('articles.create', { folder: '', title: '' })
      expect(bare).toMatchObject({ text: '', summary: { fileName: 'untitled.md' } })
    })

    it.each(['../out', '/etc', '.hidden', 'a/../../b', 'con'])(
      'is not created in %s',
      async (folder) => {
        const made = call('articles.create', { folder, title: 'x' })
        await expect(made).rejects.toMatchObject({ code: expect.stringMatching(/invalid|denied/) })
        expect(await list()).toHaveLength(2)
      },
    )

    it('is renamed and moved without becoming another', async () => {
      const opened = await openNamed('talks.md')
      const { id } = opened.summary
      expect(await call('articles.rename', { id, fileName: 'Accord' })).toMatchObject({
        id,
        fileName: 'Accord.md',
      })
      expect(await call('articles.move', { id, folder: 'news/today' })).toMatchObject({
        id,
        folder: 'news/today',
      })
      await call('articles.save', { id, base: opened.revision, text: 'Saved.\n' })
      expect(await host.disk.text('news/today/Accord.md')).toBe('Saved.\n')
      expect(await host.disk.text('talks.md')).toBeNull()
    })

    it('takes no name that is another’s or none', async () => {
      const { id } = await named('talks.md')
      await call('articles.create', { folder: '', title: 'Other' })
      for (const fileName of ['other.md', 'a:b.md', 'nul.md', '.x.md']) {
        await expect(call('articles.rename', { id, fileName })).rejects.toThrow()
      }
      expect(await host.disk.text('talks.md')).toContain('Peace talks')
    })

    it('is duplicated beside itself', async () => {
      const { id } = await named('talks.md')
      const copy = await call('articles.duplicate', { id })
      expect(copy).toMatchObject({ fileName: 'talks-copy.md', title: 'Peace talks' })
      expect((await call('articles.duplicate', { id })).fileName).toBe('talks-copy-2.md')
      expect(await host.disk.text('talks-copy.md')).toBe(await host.disk.text('talks.md'))
    })

    it('goes to a trash it can be taken back from', async () => {
      const { id } = await named('notes.markdown')
      await call('articles.trash', { id })
      expect(await host.disk.text('.trash/notes.markdown')).toContain('# Notes')
      expect((await list()).map(({ fileName }) => fileName)).toEqual(['talks.md'])
      const [trashed] = await call('articles.trashed', {})
      expect(trashed).toMatchObject({ id, fileName: 'notes.markdown', folder: 'news' })
      await host.disk.put('news/notes.markdown', 'Another.\n')
      expect(await call('articles.restore', { id })).toMatchObject({
        id,
        fileName: 'notes-2.markdown',
        folder: 'news',
      })
      expect(await call('articles.trashed', {})).toEqual([])
      expect(await host.disk.text('news/notes-2.markdown')).toContain('# Notes')
      expect(await host.disk.text('.trash/notes.markdown.json')).toBeNull()
    })

    it('can be taken back from the trash after a restart', async () => {
      await call('articles.trash', { id: (await named('notes.markdown')).id })
      await call('articles.trash', { id: (await named('talks.md')).id })
      host = await host.restart()
      await call('library.current', {})
      const trashed = await call('articles.trashed', {})
      expect(trashed).toHaveLength(2)
      const notes = trashed.find(({ fileName }) => fileName === 'notes.markdown')
      await call('articles.restore', { id: notes?.id as ArticleId })
      expect(await host.disk.text('news/notes.markdown')).toContain('# Notes')
    })
  })

  describe('changes by other programs', () => {
    it('are told of an open article', async () => {
      const { summary } = await openNamed('talks.md')
      const change = next('article.changed')
      await host.disk.put('talks.md', 'Theirs.\n')
      const { id, revision } = await change
      expect(id).toBe(summary.id)
      expect((await openNamed('talks.md')).revision).toBe(revision)
    })

    it('are told of an open article that goes away', async () => {
      const { summary } = await openNamed('talks.md')
      const change = next('article.changed')
      await host.disk.delete('talks.md')
      expect(await change).toEqual({ id: summary.id, revision: null })
    })

    it('are told of the list', async () => {
      await list()
      const change = next('library.changed')
      await host.disk.put('new.md', 'New.\n')
      await change
      expect(await list()).toHaveLength(3)
    })

    it('are seen when the list is asked for, even if nobody told', async () => {
      const { summary } = await openNamed('talks.md')
      const changes: unknown[] = []
      host.client.subscribe('article.changed', (change) => changes.push(change))
      await host.disk.put('talks.md', 'Theirs and longer.\n')
      await list()
      expect(changes).toEqual([
        { id: summary.id, revision: (await openNamed('talks.md')).revision },
      ])
    })

    it('are not what Galley itself saved', async () => {
      const opened = await openNamed('talks.md')
      const changes: unknown[] = []
      host.client.subscribe('article.changed', (change) => changes.push(change))
      let base = opened.revision
      for (let n = 0; n < 30; n++) {
        const text = `Words ${n}.\n`
        base = (await call('articles.save', { id: opened.summary.id, base, text })).revision
        if (n % 10 === 0) await list()
      }
      // The watcher tells in order: once it has told of this file, it has told of the saves.
      const change = next('library.changed')
      await host.disk.put('zz.md', 'x')
      await change
      expect(changes).toEqual([])
    })
  })

  describe('pictures and exports', () => {
    it('reads a picture by its path from the article', async () => {
      await host.disk.put('img/ship.png', Buffer.from(png, 'base64'))
      const { id } = await named('notes.markdown')
      const picture = await call('assets.read', { article: id, path: '../img/ship.png' })
      expect(picture).toEqual({ type: 'image/png', base64: png })
      expect(await call('assets.list', { article: id })).toMatchObject([
        { path: '../img/ship.png' },
      ])
      await host.disk.put('img/notes.png', 'no picture')
      for (const path of ['../img/notes.png', '../../secret.png', '/../x.png', 'none.png']) {
        await expect(call('assets.read', { article: id, path })).rejects.toThrow()
      }
    })

    it('adds a picture beside the article under a free name', async () => {
      const { id } = await named('notes.markdown')
      const add = (base64: string) =>
        call('assets.add', { article: id, fileName: 'ship.png', base64 })
      expect(await add(png)).toEqual({ path: 'ship.png' })
      expect(await add(png)).toEqual({ path: 'ship-2.png' })
      await expect(add(Buffer.from('<html>').toString('base64'))).rejects.toMatchObject({
        code: 'invalid',
      })
      expect(await host.disk.text('news/ship-2.png')).not.toBeNull()
    })

    it('exports beside the article, over its own export and over nothing else', async () => {
      const { id } = await named('talks.md')
      const first = await call('exports.write', { id, format: 'html' })
      expect(first).toMatchObject({ fileName: 'talks.html', problems: [] })
      expect(first.displayPath).toMatch(/^~.library.talks\.html$/)
      expect(await host.disk.text('talks.html')).toContain('Peace talks')
      expect((await call('exports.write', { id, format: 'html' })).fileName).toBe('talks.html')
      await host.disk.put('talks.html', 'My own page.')
      expect((await call('exports.write', { id, format: 'html' })).fileName).toBe('talks-2.html')
      expect(await host.disk.text('talks.html')).toBe('My own page.')
      const markdown = await call('exports.write', { id, format: 'markdown', frontMatter: false })
      expect(markdown.fileName).toBe('talks.export.md')
      expect(await host.disk.text('talks.export.md')).toBe('\nFive hours.\n')
    })

    it('needs a dialog to export elsewhere', async () => {
      const { id } = await named('talks.md')
      const wish = { id, format: 'html', where: 'choose' } as const
      await expect(call('exports.write', wish)).rejects.toMatchObject({ code: 'unavailable' })
    })
  })

  it('keeps settings', async () => {
    expect(await call('settings.set', { theme: 'dark', textSize: 22 })).toMatchObject({
      theme: 'dark',
      previewShown: true,
    })
    host = await host.restart()
    expect(await call('settings.get', {})).toMatchObject({ theme: 'dark', textSize: 22 })
  })

  it('opens a file that the system names, asking before its folder becomes the library', async () => {
    await host.disk.inHome.put('desk/letter.md', 'Dear reader.\n')
    const asked: string[] = []
    const answer = (may: boolean) => async (folder: string) => {
      asked.push(folder)
      return may
    }
    const path = (name: string) => host.disk.folders.child(host.disk.root, name)
    const shown = next('article.show')
    const inside = await host.backend.openFile(path('news/notes.markdown'), answer(true))
    expect((await shown).id).toBe(inside)
    expect(asked).toEqual([])
    const outside = path('../desk/letter.md').replace('library/../', '')
    expect(await host.backend.openFile(outside, answer(false))).toBeNull()
    expect(await call('library.current', {})).toMatchObject({ name: 'library' })
    const letter = await host.backend.openFile(outside, answer(true))
    expect(await call('library.current', {})).toMatchObject({ name: 'desk' })
    expect(await call('session.get', {})).toEqual({ article: letter })
    expect(await host.backend.openFile(path('readme.txt'), answer(true))).toBeNull()
  })

  it('waits for the pages before it closes, but not for ever', async () => {
    const closing = next('app.closing')
    const outcome = host.backend.requestClose({ pages: 1, milliseconds: 10_000 })
    await closing
    await call('app.closed', {})
    expect(await outcome).toBe('saved')
    expect(await host.backend.requestClose({ pages: 2, milliseconds: 1 })).toBe('timed out')
    expect(await host.backend.requestClose({ pages: 0, milliseconds: 1 })).toBe('saved')
  })

  it('closes only when nobody chose to stay, and asks once', async () => {
    const closing = next('app.closing')
    const outcomes = [1, 2].map(() => host.backend.requestClose({ pages: 1, milliseconds: 10_000 }))
    await closing
    await call('app.closed', { answer: 'asking' })
    await call('app.closed', { answer: 'staying' })
    expect(await Promise.all(outcomes)).toEqual(['staying', 'staying'])
  })
})
