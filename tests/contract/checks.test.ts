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

  it('go without rules where the library has none', async () => {
    const { id } = await named('talks.md')
    expect(await call('checks.facts', { id, files: [] })).toMatchObject({
      missing: [],
      rules: null,
    })
  })
})
