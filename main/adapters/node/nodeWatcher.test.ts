import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../../tests/support/eventually'
import type { Root } from '../../ports/fileStore'
import type { Clock } from '../../ports/host'
import { systemClock } from './nodeSystem'
import { createNodeWatcher } from './nodeWatcher'

let root: Root
beforeEach(async () => {
  root = (await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'galley-test-')))) as Root
  await fs.mkdir(join(root, 'sub'))
})
afterEach(() => fs.rm(root, { recursive: true, force: true }))

it('hears of a change in a folder below', async () => {
  const heard = new Promise<readonly string[] | null>((resolve) => {
    void createNodeWatcher(systemClock)
      .watch(root, { changed: resolve, degraded() {} })
      .then(() => fs.writeFile(join(root, 'sub/talks.md'), 'x'))
  })
  expect(await heard).toContain('sub/talks.md')
})

it.each([
  ['made anew', async () => fs.mkdir(root)],
  ['brought back', async () => fs.rename(`${root}-away`, root)],
])('goes on hearing of a folder that went away and was %s', async (how, bring) => {
  const waiting = new Set<() => void>()
  const clock: Clock = {
    now: () => 0,
    after(_milliseconds, run) {
      waiting.add(run)
      return () => waiting.delete(run)
    },
  }
  /** Lets the time come that the watcher waits for. */
  const pass = async (): Promise<void> => {
    await eventually(() => expect(waiting.size).toBe(1))
    for (const run of waiting) {
      waiting.delete(run)
      run()
    }
    await eventually(() => expect(waiting.size).toBe(1))
  }
  const heard: (string | null)[] = []
  const watcher = createNodeWatcher(clock)
  const stop = await watcher.watch(root, {
    changed: (paths) => heard.push(...(paths ?? [null])),
    degraded: (reason) => heard.push(reason),
  })
  if (how === 'made anew') await fs.rm(root, { recursive: true })
  else await fs.rename(root, `${root}-away`)
  await pass()
  await bring()
  await pass()
  // All that happened meanwhile is to be looked at.
  await eventually(() => expect(heard).toContain(null))
  let written = 0
  await eventually(async () => {
    await fs.writeFile(join(root, `after${written++}.md`), 'x')
    // Where the system has no watch left for it, that is said, and it is looked at instead.
    expect(heard).toContainEqual(expect.stringMatching(/^after|looks every few seconds/))
  })
  await stop()
  expect(waiting.size).toBe(0)
})

it('looks from time to time where the system does not tell, and says so', async () => {
  const waiting: (() => void)[] = []
  const clock: Clock = {
    now: () => 0,
    after(_milliseconds, run) {
      waiting.push(run)
      return () => waiting.splice(waiting.indexOf(run), 1)
    },
  }
  const said: string[] = []
  const changes: unknown[] = []
  const watcher = createNodeWatcher(clock, () => Promise.reject(new Error('no more watches')))
  const stop = await watcher.watch(root, {
    changed: (paths) => changes.push(paths),
    degraded: (reason) => said.push(reason),
  })
  expect(said).toEqual([expect.stringContaining('no more watches')])
  waiting.shift()?.()
  waiting.shift()?.()
  expect(changes).toEqual([null, null])
  await stop()
  expect(waiting).toEqual([])
})
