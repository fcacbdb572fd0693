import { afterEach, expect, it, vi } from 'vitest'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import type { TestDesk } from '../desk/testDesk'
import { eventually } from '../support/eventually'
import { nodeHost } from '../support/hosts'
import { failure, faultyDisk } from './faultyDisk'
import { deskOn, state, type } from './writing'

const TALKS = 'Five hours.\n'
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A desk on a disk whose writes meet `fault.before` first. */
async function start(): Promise<{
  readonly test: TestDesk
  readonly fault: { before: () => void | Promise<void> }
}> {
  const fault = { before: (): void | Promise<void> => undefined }
  const disk = faultyDisk(({ name }) => (name === 'write' ? fault.before() : undefined))
  const host = await nodeHost({ files: createNodeFileStore(disk) })
  await host.disk.put('talks.md', TALKS)
  const test = await deskOn(host)
  closing.push(() => test.close())
  return { test, fault }
}

const question = ({ desk }: TestDesk) => {
  const { dialog } = desk.stores.dialog.getState()
  return dialog.kind === 'unsaved' ? dialog : null
}
const onDisk = ({ host }: TestDesk) => host.disk.text('talks.md')
const LIMIT_MS = 30
const requestClose = ({ host }: TestDesk, milliseconds = LIMIT_MS) =>
  host.backend.requestClose({ pages: 1, milliseconds })

it('R56 closing saves what was typed last, and asks nothing', async () => {
  const { test } = await start()
  type(test, 0, ' And six.')
  expect(await requestClose(test, 60_000)).toBe('saved')
  expect(await onDisk(test)).toBe('Five hours. And six.\n')
  expect(question(test)).toBeNull()
})

it('R56 asks once where saving fails, however often it is told to close, and whoever stays loses nothing', async () => {
  const { test, fault } = await start()
  fault.before = () => {
    throw failure('EIO')
  }
  type(test, 0, ' And six.')
  const call = vi.spyOn(test.desk.client, 'call')
  const outcome = requestClose(test, 60_000)
  await eventually(() => expect(question(test)).not.toBeNull())
  const asked = question(test)
  // The limit is for a page that does not answer; this one answers that it asks.
  expect(call).toHaveBeenCalledWith('app.closed', { answer: 'asking' })
  expect(requestClose(test)).toBe(outcome)
  expect(question(test)).toBe(asked)
  asked?.answer('stay')
  expect(await outcome).toBe('staying')
  fault.before = () => undefined
  expect(await requestClose(test, 60_000)).toBe('saved')
  expect(await onDisk(test)).toBe('Five hours. And six.\n')
})

it('R56 closing without saving is a person’s word, and leaves the file whole', async () => {
  const { test, fault } = await start()
  fault.before = () => {
    throw failure('EIO')
  }
  type(test, 0, ' And six.')
  const outcome = requestClose(test, 60_000)
  await eventually(() => expect(question(test)).not.toBeNull())
  question(test)?.answer('leave')
  expect(await outcome).toBe('saved')
  expect(await onDisk(test)).toBe(TALKS)
})

it('R38 a disk that hangs holds neither the page nor its draft up, and closing does not wait for it', async () => {
  const { test, fault } = await start()
  let isHanging = false
  let release = (): void => undefined
  fault.before = () =>
    new Promise<void>((resolve) => {
      isHanging = true
      release = resolve
    })
  type(test, 0, ' And six.')
  test.clock.advance(1000)
  await eventually(() => expect(isHanging).toBe(true))
  type(test, 0, ' And seven.')
  expect(test.page().text()).toBe('Five hours. And six. And seven.\n')
  const { journal } = state(test)
  test.clock.advance(100)
  await journal?.idle()
  expect(state(test).protection).toEqual({ kind: 'protected' })
  // A person is asked whether to wait, and may go: what was typed is in the draft.
  expect(await requestClose(test)).toBe('timed out')
  fault.before = () => undefined
  state(test).autosave?.dispose()
  const next = await deskOn(await test.host.restart())
  closing.push(() => next.close())
  await eventually(() => expect(next.page().text()).toBe('Five hours. And six. And seven.\n'))
  expect(await onDisk(test)).toBe(TALKS)
  release()
})
