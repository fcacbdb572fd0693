import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nodeHost, openLibrary } from '../support/hosts'

const FILES = 1000
const ALL_AT_ONCE = { timeout: 60_000, interval: 200 }

it('R26 a thousand files that appear, change and go at once are all noticed', async () => {
  const host = await nodeHost()
  await host.disk.put('talks.md', 'Talks.\n')
  await openLibrary(host)
  const at = (n: number): string => join(host.disk.root, `storm-${n}.md`)
  const numbers = Array.from({ length: FILES }, (_, n) => n)
  const titles = async () => {
    const { articles } = await host.client.call('library.list', {})
    return articles.map(({ title }) => title).sort()
  }
  const expected = (title: string): readonly string[] => numbers.map((n) => `${title} ${n}`).sort()
  const storm = (text: string) =>
    Promise.all(numbers.map((n) => fs.writeFile(at(n), `# ${text} ${n}\n`)))

  await storm('One')
  await expect.poll(titles, ALL_AT_ONCE).toEqual(expect.arrayContaining([...expected('One')]))
  await storm('Two')
  await expect.poll(titles, ALL_AT_ONCE).toEqual(expect.arrayContaining([...expected('Two')]))
  await Promise.all(numbers.map((n) => fs.rm(at(n))))
  await expect.poll(async () => (await titles()).length, ALL_AT_ONCE).toBe(1)
  await host.close()
}, 180_000)
