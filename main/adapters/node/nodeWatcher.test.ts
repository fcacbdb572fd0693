import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
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
