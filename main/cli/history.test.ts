import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runIn } from '../../tests/support/cliFolder'
import { nodeHost, openLibrary, type TestHost } from '../../tests/support/hosts'

let host: TestHost
beforeEach(async () => {
  host = await nodeHost()
  await host.disk.put('talks.md', 'The talks ran five hours.\n')
  await openLibrary(host)
  const { client } = host
  const { articles } = await client.call('library.list', {})
  const id = articles[0]?.id
  if (id === undefined) throw new Error('no article')
  const opened = await client.call('articles.open', { id })
  const text = 'The talks lasted five hours.\n'
  await client.call('articles.save', { id, base: opened.revision, text })
  await client.call('history.name', { id, n: 2, name: 'As sent' })
})
afterEach(() => host.close())

const galley = (...args: readonly string[]) => runIn(host.disk.root, args)
const onDisk = () => readFile(join(host.disk.root, 'talks.md'), 'utf8')

describe('galley history', () => {
  it('lists the versions, the newest first', async () => {
    const { code, out } = await galley('history', 'talks.md')
    expect(code).toBe(0)
    const [second, first] = out.split('\n')
    expect(second).toMatch(/^2 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +\+1 −1 +5 words {2}As sent$/)
    expect(first).toMatch(/^1 .*found in the file$/)
  })

  it('says of a file without one that there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-test-'))
    await writeFile(join(folder, 'a.md'), 'x')
    const { code, err } = await galley('history', join(folder, 'a.md'))
    await rm(folder, { recursive: true })
    expect(code).toBe(1)
    expect(err).toMatch(/no history/)
  })
})

describe('galley diff', () => {
  it('shows the words that changed, from the last version to the file', async () => {
    const expected = 'The talks [-ran-]{+lasted+} five hours.\n'
    expect(await galley('diff', 'talks.md')).toEqual({ code: 0, out: expected, err: '' })
    expect((await galley('diff', 'talks.md', '1', 'As sent')).out).toBe(expected)
    expect((await galley('diff', 'talks.md', '2', '1')).out).toContain('[-lasted-]{+ran+}')
  })

  it('names a revision that is not there', async () => {
    const { code, err } = await galley('diff', 'talks.md', '7')
    expect(code).toBe(1)
    expect(err).toMatch(/no revision “7”/)
  })
})

describe('galley restore', () => {
  it('makes a version the article again, and can be undone', async () => {
    expect((await galley('restore', 'talks.md', '1')).code).toBe(0)
    expect(await onDisk()).toBe('The talks ran five hours.\n')
    await galley('restore', 'talks.md', 'As sent')
    expect(await onDisk()).toBe('The talks lasted five hours.\n')
    expect((await galley('history', 'talks.md')).out.trim().split('\n')).toHaveLength(4)
  })

  it.each([[['restore', 'talks.md']], [['history']], [['diff', 'a.md', '1', '2', '3']]])(
    'takes %j for wrong usage',
    async (args) => {
      expect((await galley(...args)).code).toBe(2)
    },
  )
})
