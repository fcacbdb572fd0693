import { expect, it } from 'vitest'
import type { ArticleId, Revision } from '../../shared/domain/article'
import { describeOnHosts } from '../support/hostSuite'

const otherRevision = '0'.repeat(64) as Revision

describeOnHosts('an article', ({ call, host, list, named, openNamed, restart }) => {
  it('is saved from the revision it was opened at', async () => {
    const opened = await openNamed('talks.md')
    const text = opened.text.replace('Five', 'Six')
    const saved = await call('articles.save', {
      id: opened.summary.id,
      base: opened.revision,
      text,
    })
    expect(await host().disk.text('talks.md')).toBe(text)
    expect(saved.summary.excerpt).toBe('Six hours.')
    expect((await openNamed('talks.md')).revision).toBe(saved.revision)
  })

  it('is a conflict when another program wrote meanwhile', async () => {
    const opened = await openNamed('talks.md')
    await host().disk.put('talks.md', 'Theirs.\n')
    const theirs = (await openNamed('talks.md')).revision
    const save = call('articles.save', {
      id: opened.summary.id,
      base: opened.revision,
      text: 'Mine.\n',
    })
    await expect(save).rejects.toMatchObject({ code: 'conflict', details: { theirs } })
    expect(await host().disk.text('talks.md')).toBe('Theirs.\n')
  })

  it('that was deleted is a conflict, too, and is not made again', async () => {
    const opened = await openNamed('talks.md')
    await host().disk.delete('talks.md')
    const save = call('articles.save', {
      id: opened.summary.id,
      base: opened.revision,
      text: 'Mine.\n',
    })
    await expect(save).rejects.toMatchObject({ code: 'conflict', details: { theirs: null } })
    expect(await host().disk.text('talks.md')).toBeNull()
  })

  it('of another base is refused, however the saves arrive', async () => {
    const opened = await openNamed('talks.md')
    const save = (text: string) =>
      call('articles.save', { id: opened.summary.id, base: opened.revision, text })
    const outcomes = await Promise.allSettled(['One.\n', 'Two.\n', 'Three.\n'].map(save))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await host().disk.text('talks.md')).toBe('One.\n')
    const { id } = opened.summary
    await expect(
      call('articles.save', { id, base: otherRevision, text: '' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('keeps its encoding', async () => {
    await host().disk.put('wide.md', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x0a, 0]))
    const opened = await openNamed('wide.md')
    expect(opened.text).toBe('A\n')
    const saved = await call('articles.save', {
      id: opened.summary.id,
      base: opened.revision,
      text: 'é\n',
    })
    const { bytes, revision } = await host().disk.files.read(host().disk.root, 'wide.md', {
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
      await host().disk.put(name, contents[name] ?? '')
      const { id } = await named(name)
      await expect(call('articles.open', { id })).rejects.toMatchObject({
        code: 'invalid',
        message: expect.stringContaining(name),
      })
      const save = call('articles.save', { id, base: otherRevision, text: 'x' })
      await expect(save).rejects.toThrow()
      expect((await host().disk.files.stat(host().disk.root, name))?.size).toBe(
        contents[name]?.length,
      )
    },
  )

  it('with malformed front matter opens as it is', async () => {
    const text = '---\ntitle: [unclosed\n---\n\nBody.\n'
    await host().disk.put('broken.md', text)
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
    expect(await host().disk.text('news/today/Accord.md')).toBe('Saved.\n')
    expect(await host().disk.text('talks.md')).toBeNull()
  })

  it('takes no name that is another’s or none', async () => {
    const { id } = await named('talks.md')
    await call('articles.create', { folder: '', title: 'Other' })
    for (const fileName of ['other.md', 'a:b.md', 'nul.md', '.x.md']) {
      await expect(call('articles.rename', { id, fileName })).rejects.toThrow()
    }
    expect(await host().disk.text('talks.md')).toContain('Peace talks')
  })

  it('is duplicated beside itself', async () => {
    const { id } = await named('talks.md')
    const copy = await call('articles.duplicate', { id })
    expect(copy).toMatchObject({ fileName: 'talks-copy.md', title: 'Peace talks' })
    expect((await call('articles.duplicate', { id })).fileName).toBe('talks-copy-2.md')
    expect(await host().disk.text('talks-copy.md')).toBe(await host().disk.text('talks.md'))
  })

  it('goes to a trash it can be taken back from', async () => {
    const { id } = await named('notes.markdown')
    await call('articles.trash', { id })
    expect(await host().disk.text('.trash/notes.markdown')).toContain('# Notes')
    expect((await list()).map(({ fileName }) => fileName)).toEqual(['talks.md'])
    const [trashed] = await call('articles.trashed', {})
    expect(trashed).toMatchObject({ id, fileName: 'notes.markdown', folder: 'news' })
    await host().disk.put('news/notes.markdown', 'Another.\n')
    expect(await call('articles.restore', { id })).toMatchObject({
      id,
      fileName: 'notes-2.markdown',
      folder: 'news',
    })
    expect(await call('articles.trashed', {})).toEqual([])
    expect(await host().disk.text('news/notes-2.markdown')).toContain('# Notes')
    expect(await host().disk.text('.trash/notes.markdown.json')).toBeNull()
  })

  it('can be taken back from the trash after a restart', async () => {
    await call('articles.trash', { id: (await named('notes.markdown')).id })
    await call('articles.trash', { id: (await named('talks.md')).id })
    await restart()
    await call('library.current', {})
    const trashed = await call('articles.trashed', {})
    expect(trashed).toHaveLength(2)
    const notes = trashed.find(({ fileName }) => fileName === 'notes.markdown')
    await call('articles.restore', { id: notes?.id as ArticleId })
    expect(await host().disk.text('news/notes.markdown')).toContain('# Notes')
  })
})
