import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClient } from '../../shared/api/client'
import { eventually } from '../../tests/support/eventually'
import { webTransport } from '../../tests/support/webTransport'
import { startDesk } from './desk'
import { openCommand } from './openInBrowser'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'galley-test-'))
  for (const folder of ['renderer', 'samples', 'drafts']) await mkdir(join(home, folder))
  await writeFile(join(home, 'renderer/index.html'), 'DESK')
  await writeFile(join(home, 'samples/welcome.md'), '# Welcome\n')
  await writeFile(join(home, 'drafts/talks.md'), '# Talks\n')
  vi.stubEnv('HOME', home)
  vi.stubEnv('USERPROFILE', home)
  vi.stubEnv('GALLEY_DATA', join(home, 'settings'))
  vi.stubEnv('XDG_CONFIG_HOME', join(home, '.config'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(home, { recursive: true })
})

async function start(options: { because?: string; file?: string } = {}) {
  const said: string[] = []
  const desk = await startDesk({
    rendererDir: join(home, 'renderer'),
    samplesDir: join(home, 'samples'),
    opens: false,
    because: '',
    say: (line) => said.push(line),
    ...options,
  })
  const transport = webTransport(desk.address)
  return { desk, said, transport, client: createClient(transport) }
}

it('says in one sentence why and where, and starts with the samples when asked to', async () => {
  const { desk, said, client, transport } = await start({ because: 'There is no display here' })
  expect(said).toEqual([
    `There is no display here, so Galley opens the desk in the browser: ${desk.address}`,
  ])
  expect(await client.call('library.current', {})).toBeNull()
  await client.call('library.samples', {})
  expect(await readFile(join(home, 'Documents/Galley/welcome.md'), 'utf8')).toBe('# Welcome\n')
  transport.close()
  expect(await desk.stop()).toBe(true)
  await expect(fetch(desk.address)).rejects.toThrow()
})

it('opens the article that was named, and the next time the same', async () => {
  const first = await start({ file: join(home, 'drafts/talks.md') })
  const { article } = await first.client.call('session.get', {})
  expect(article).not.toBeNull()
  first.transport.close()
  await first.desk.stop()
  const second = await start({ file: join(home, 'drafts/none.md') })
  expect(await second.client.call('library.current', {})).toMatchObject({ name: 'drafts' })
  expect(second.said[0]).toMatch(/none\.md/)
  second.transport.close()
  await second.desk.stop()
})

it('waits for its page to save, and stays when its person does', async () => {
  const { desk, said, client, transport } = await start()
  await client.call('app.info', {})
  client.subscribe('app.closing', () => void client.call('app.closed', { answer: 'staying' }))
  expect(await desk.stop()).toBe(false)
  expect(said[1]).toMatch(/unsaved work/)
  transport.close()
  await eventually(async () => expect(await desk.stop()).toBe(true))
})

it('opens a browser only where there is a desktop', () => {
  const address = 'http://127.0.0.1:1/#k=a&b'
  expect(openCommand(address, 'linux', {})).toBeNull()
  expect(openCommand(address, 'linux', { DISPLAY: ':0' })).toEqual({
    command: 'xdg-open',
    args: [address],
  })
  expect(openCommand(address, 'darwin', {})?.command).toBe('open')
  expect(openCommand(address, 'win32', {})?.args.at(-1)).toBe('http://127.0.0.1:1/#k=a^&b')
})
