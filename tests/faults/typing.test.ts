import { mkdirSync, statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryWatcher } from '../../main/adapters/memory/memoryWatcher'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { createBackend } from '../../main/backend'
import { createDirectClient } from '../../shared/api/direct'
import { portsIn } from './crashPorts'
import { lackOfMemoryLimits, limitMemory } from './memoryLimit'
import { spread } from './moments'
import { keptUntil } from './ownTimes'
import { compile, endAll, type Program, type Saving, start } from './savingProcess'
import { lackOfMounts, mountMemory, need } from './staging'
import { type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'

/** A nightly run asks for more. */
const KILLS = Number(process.env.GALLEY_KILLS ?? 8)
const AT_ONCE = 4
const KEY_MS = 80
/** The first save comes after some twenty keys: some kills come before it, some after. */
const FEWEST_KEYS = 8
const MOST_KEYS = 26
/** Whatever was typed longer ago than this is kept. */
const KEPT_AFTER_MS = 100

describe('a writer who types on while Galley is killed', () => {
  let program: Program
  beforeAll(async () => {
    program = await compile('./typist.ts')
  })
  afterAll(() => {
    endAll()
    program.dispose()
  })

  it('R3 R5 R6 keeps all that was typed until a tenth of a second before', async () => {
    const moments = spread(KILLS)
    for (let n = 0; n < KILLS; n += AT_ONCE) {
      await Promise.all(moments.slice(n, n + AT_ONCE).map((moment) => killOnce({ moment })))
    }
  })

  it('R63 keeps as much after a sleep', async () => {
    await killOnce({
      async meanwhile({ process: writer, said }) {
        await said('typed')
        writer.kill('SIGSTOP')
        await sleep(500)
        writer.kill('SIGCONT')
      },
    })
  })

  it('R63 keeps as much where there is little memory', async (context) => {
    need(context, lackOfMemoryLimits)
    const limit = limitMemory(512)
    await killOnce({ command: limit.command })
    limit.dispose()
  })

  /** Types for a while, is killed, and is looked at as the next start does. */
  async function killOnce({
    moment = 0.5,
    meanwhile = async () => undefined,
    command = [],
  }: {
    readonly moment?: number
    meanwhile?(writer: Saving): Promise<void>
    readonly command?: readonly string[]
  }): Promise<void> {
    const library = await temporaryLibrary()
    await fs.writeFile(library.at('a.md'), 'Start\n\nAnother paragraph.\n')
    const writer = start(program, [library.home], command)
    await writer.said('ready')
    writer.begin()
    await meanwhile(writer)
    await writer.said('typed', FEWEST_KEYS + Math.round(moment * (MOST_KEYS - FEWEST_KEYS)))
    // Somewhere between two keys.
    await sleep(moment * KEY_MS)
    await writer.end()
    const text = await recovered(library)
    library.dispose()
    const words = text.match(/ w\d+/g) ?? []
    // What is held is what was typed, without a gap and without anything else.
    expect(text).toBe(`Start${words.join('')}\n\nAnother paragraph.\n`)
    expect(words).toEqual(words.map((_, index) => ` w${index + 1}`))
    // Both times are the writer's own: when a key was handed over, and when the writer was last alive.
    expect(words.length).toBeGreaterThanOrEqual(keptUntil(writer, KEPT_AFTER_MS))
  }

  async function recovered({ home, at, text }: TemporaryLibrary): Promise<string> {
    const backend = createBackend({ ...portsIn(home), watcher: createMemoryWatcher() })
    const client = createDirectClient(backend, { checkOutput: true })
    const id = await backend.openFile(at('a.md'), async () => true)
    if (id === null) throw new Error('The article is gone.')
    const { revision } = await client.call('articles.open', { id })
    const found = await client.call('journals.take', { id, page: 'after', revision })
    // No other program was at the file, whatever moment it was.
    if (found !== null) expect(found.fits).toBe(true)
    await backend.dispose()
    return found?.text ?? (await text('a.md'))
  }
})

describe('the folder of journals', () => {
  async function at(own: string, library: TemporaryLibrary) {
    const ports = portsIn(library.home)
    const journals = createNodeJournals(own)
    const backend = createBackend({ ...ports, journals, watcher: createMemoryWatcher() })
    const client = createDirectClient(backend, { checkOutput: true })
    const id = await backend.openFile(library.at('a.md'), async () => true)
    if (id === null) throw new Error('The article is gone.')
    const { revision } = await client.call('articles.open', { id })
    const append = (number: number, text: string) =>
      client.call('journals.append', {
        id,
        page: 'page',
        base: revision,
        number,
        change: { kind: 'splice', at: 0, removed: 0, text },
      })
    const save = (text: string) => client.call('articles.save', { id, base: revision, text })
    return { append, save, dispose: () => backend.dispose() }
  }

  it('is for the eyes of its owner only', async () => {
    const library = await temporaryLibrary()
    const own = join(library.home, 'own')
    const desk = await at(own, library)
    await desk.append(0, 'x')
    const [name = ''] = await fs.readdir(join(own, 'journals'))
    expect(statSync(join(own, 'journals')).mode & 0o777).toBe(0o700)
    expect(statSync(join(own, 'journals', name)).mode & 0o777).toBe(0o600)
    await desk.dispose()
    library.dispose()
  })

  it('R59 is made again when it was deleted under the writer', async () => {
    const library = await temporaryLibrary()
    const own = join(library.home, 'own')
    const desk = await at(own, library)
    await desk.append(0, 'x')
    await fs.rm(join(own, 'journals'), { recursive: true })
    expect(await desk.append(1, 'y')).toEqual({ kept: false })
    expect(await desk.append(0, 'yx')).toEqual({ kept: true })
    expect(await fs.readdir(join(own, 'journals'))).toHaveLength(1)
    await desk.dispose()
    library.dispose()
  })

  it('R11 may be on a full disk: the article is saved all the same', async (test) => {
    need(test, lackOfMounts)
    const library = await temporaryLibrary()
    const disk = mountMemory(64)
    const desk = await at(disk.path, library)
    await expect(desk.append(0, 'x'.repeat(200_000))).rejects.toThrow(/disk is full/)
    await desk.save('New.\n')
    expect(await library.text('a.md')).toBe('New.\n')
    await desk.dispose()
    disk.dispose()
    library.dispose()
  })

  it('R57 is left alone where another version of Galley wrote into it', async () => {
    const library = await temporaryLibrary()
    const own = join(library.home, 'own')
    mkdirSync(join(own, 'journals'), { recursive: true, mode: 0o700 })
    const { encodeRecord } = await import('../../main/services/records')
    const bytes = encodeRecord({ kind: 'journal', format: 99, cipher: 'new' })
    await fs.writeFile(join(own, 'journals', 'new.journal'), bytes)
    const backend = createBackend({ ...portsIn(library.home), watcher: createMemoryWatcher() })
    await backend.openFile(library.at('a.md'), async () => true)
    const { problems } = await backend.handlers['journals.pending']({})
    expect(problems).toEqual([expect.stringMatching(/Another version of Galley.*new\.journal/)])
    expect(new Uint8Array(await fs.readFile(join(own, 'journals', 'new.journal')))).toEqual(bytes)
    await backend.dispose()
    library.dispose()
  })
})
