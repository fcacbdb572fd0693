import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { eventually } from '../support/eventually'
import { nodeHost, openLibrary } from '../support/hosts'

const FILES = 1000

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
  await eventually(async () =>
    expect(await titles()).toEqual(expect.arrayContaining([...expected('One')])),
  )
  await storm('Two')
  await eventually(async () =>
    expect(await titles()).toEqual(expect.arrayContaining([...expected('Two')])),
  )
  await Promise.all(numbers.map((n) => fs.rm(at(n))))
  await eventually(async () => expect(await titles()).toHaveLength(1))
  await host.close()
})
