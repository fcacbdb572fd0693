import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hostileAddresses } from '../../../tests/support/hostileAddresses'
import { answerPage, readPageFiles } from './pageFiles'

it('answers a hundred thousand hostile addresses with nothing from outside its folder', async () => {
  const base = await mkdtemp(join(tmpdir(), 'galley-test-'))
  await mkdir(join(base, 'renderer/assets'), { recursive: true })
  await writeFile(join(base, 'renderer/index.html'), 'ours')
  await writeFile(join(base, 'renderer/assets/a'), 'ours')
  await writeFile(join(base, 'secret.txt'), 'secret')
  const files = await readPageFiles(join(base, 'renderer'))
  // What is answered now comes from the table alone: there is no folder to read.
  await rm(base, { recursive: true })
  const told = new Set<string>()
  for (const address of hostileAddresses(1, 100_000)) {
    const paths = [address, `/${address}`]
    if (URL.canParse(address, 'http://127.0.0.1/')) {
      paths.push(new URL(address, 'http://127.0.0.1/').pathname)
    }
    for (const path of paths) {
      const { status, body } = answerPage(files, { method: 'GET', path, connect: [] })
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
      told.add(`${status} ${text.trim()}`)
    }
  }
  expect([...told].sort()).toEqual(['200 ours', '404 There is nothing here.'])
})
