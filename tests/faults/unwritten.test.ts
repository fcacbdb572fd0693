import { HeadingNode } from '@lexical/rich-text'
import { afterEach, expect, it, vi } from 'vitest'
import { createMemoryGrowingFolder } from '../../main/adapters/memory/memoryGrowingFolder'
import { readJournal } from '../../main/services/journals/journal'
import { keepMineAsCopy } from '../../renderer/state/actions/articleConflict'
import { saveNow } from '../../renderer/state/actions/articleSaving'
import type { TestDesk } from '../desk/testDesk'
import { eventually } from '../support/eventually'
import { memoryHost } from '../support/hosts'
import { deskOn, state, type } from './writing'

const TALKS = 'Before.\n\nThe talks\n---------\n\nAfter.\n'

const desks: TestDesk[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const { close } of desks.splice(0)) await close()
})

/** The journals, as they lie on the disk. */
const kept = new Map<string, Uint8Array>()

async function start(): Promise<TestDesk> {
  kept.clear()
  const host = await memoryHost({ journals: createMemoryGrowingFolder(kept) })
  await host.disk.put('talks.md', TALKS)
  const test = await deskOn(host)
  desks.push(test)
  return test
}

function failHeadings(): void {
  vi.spyOn(HeadingNode.prototype, 'getTag').mockImplementation(() => {
    throw new Error('a fault in the construct')
  })
}

function journalled(): string | null {
  const [bytes] = kept.values()
  const read = bytes === undefined ? null : readJournal(bytes)
  return read?.kind === 'sound' ? read.journal.text : null
}

it('R43 writes nothing where a construct cannot be written, says so, and keeps its words', async () => {
  const test = await start()
  failHeadings()
  type(test, 1, ' of today')
  for (let round = 0; round < 2; round++) {
    await saveNow(test.desk)
    expect(state(test).save).toEqual({
      kind: 'failed',
      message: expect.stringMatching(/cannot write the block “The talks of today” as Markdown/),
    })
    expect(await test.host.disk.text('talks.md')).toBe(TALKS)
  }
  test.clock.advance(1000)
  await eventually(() => expect(journalled()).toContain('The talks of today'))
  await keepMineAsCopy(test.desk)
  expect(await test.host.disk.text('talks-my-version.md')).toBe(
    TALKS.replace('The talks\n---------', 'The talks of today'),
  )
  expect(await test.host.disk.text('talks.md')).toBe(TALKS)
})

it('R43 saves again once the block can be written', async () => {
  const test = await start()
  failHeadings()
  type(test, 1, ' of today')
  await saveNow(test.desk)
  // Another block does not bring the failed one along.
  type(test, 0, ' Long before.')
  await saveNow(test.desk)
  expect(state(test).save.kind).toBe('failed')
  expect(await test.host.disk.text('talks.md')).toBe(TALKS)
  vi.restoreAllMocks()
  type(test, 1, '!')
  await saveNow(test.desk)
  expect(state(test).save.kind).toBe('clean')
  expect(await test.host.disk.text('talks.md')).toBe(
    'Before. Long before.\n\nThe talks of today!\n-------------------\n\nAfter.\n',
  )
})
