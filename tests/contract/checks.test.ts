import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('checks before publishing', ({ call, host, named }) => {
  it('are told what files are missing, whose slugs are taken and what the house asks', async () => {
    await host().disk.put('galley-checks.yml', 'require: [section]\n')
    await host().disk.put('news/other.md', '---\ntitle: Other\nslug: other\n---\nText.\n')
    const { id } = await named('notes.markdown')
    const files = ['other.md', '../talks.md#end', 'gone.md', '../../secret.md']
    expect(await call('checks.facts', { id, files })).toEqual({
      missing: ['gone.md', '../../secret.md'],
      rules: 'require: [section]\n',
      slugs: [{ slug: 'other', title: 'Other' }],
    })
  })

  it('take a sync program’s copy of an article for no other article', async () => {
    const slugged = '---\ntitle: Harbour\nslug: harbour\n---\nText.\n'
    await host().disk.put('harbour.md', slugged)
    await host().disk.put('harbour (Ana’s conflicted copy 2026-11-24).md', slugged)
    const { articles } = await call('library.list', {})
    const versions = articles.filter(({ slug }) => slug === 'harbour')
    expect(versions).toHaveLength(2)
    for (const { id } of versions) {
      expect(await call('checks.facts', { id, files: [] })).toMatchObject({ slugs: [] })
    }
    const { id } = await named('notes.markdown')
    expect((await call('checks.facts', { id, files: [] })).slugs).toEqual([
      { slug: 'harbour', title: 'Harbour' },
    ])
  })

  it('go without rules where the library has none', async () => {
    const { id } = await named('talks.md')
    expect(await call('checks.facts', { id, files: [] })).toMatchObject({
      missing: [],
      rules: null,
    })
  })
})
