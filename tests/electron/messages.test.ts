import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeContents, FakeFrame } from '../support/fakeElectron'
import { runningShell } from '../support/runningShell'

describe('a message to the backend', () => {
  let shell: Awaited<ReturnType<typeof runningShell>>
  let contents: FakeContents
  beforeEach(async () => {
    shell = await runningShell()
    shell.becomeReady()
    contents = (await shell.window()).webContents
  })
  afterEach(() => shell.host.close())

  const send = (event: unknown, method: unknown = 'app.info', input: unknown = {}) =>
    shell.ipc.get('galley:call')?.(event, method, input)

  it('is answered when it comes from the desk', async () => {
    const event = { sender: contents, senderFrame: contents.mainFrame }
    expect(await send(event)).toMatchObject({ ok: true, value: { version: '1.2.3' } })
  })

  it.each<[string, () => unknown]>([
    [
      'a frame in the desk',
      () => ({
        sender: contents,
        senderFrame: new FakeFrame('app://galley', 'app://galley/index.html'),
      }),
    ],
    ['a frame that is gone', () => ({ sender: contents, senderFrame: null })],
    [
      'a window that is no window of ours',
      () => {
        const other = new FakeContents()
        return { sender: other, senderFrame: other.mainFrame }
      },
    ],
    [
      'a window that is being destroyed',
      () => {
        contents.destroyed = true
        return { sender: contents, senderFrame: contents.mainFrame }
      },
    ],
    ...[
      ['https://evil.example', 'https://evil.example/'],
      ['app://galley.evil', 'app://galley.evil/index.html'],
      ['app://galley', 'app://galley/preview.html'],
      ['app://galley', 'app://galley/index.html?x'],
      ['null', 'app://galley/index.html'],
      ['app://galley', ''],
    ].map(([origin = '', url = '']): [string, () => unknown] => [
      `a page of ${origin} at ${url}`,
      () => {
        contents.mainFrame = new FakeFrame(origin, url)
        return { sender: contents, senderFrame: contents.mainFrame }
      },
    ]),
  ])('is refused when it comes from %s (C9)', async (_, event) => {
    expect(await send(event())).toMatchObject({ ok: false, error: { code: 'denied' } })
  })

  it('never fails past the boundary, whatever it holds (C10)', async () => {
    const event = { sender: contents, senderFrame: contents.mainFrame }
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        fc.anything({ withNullPrototype: true }),
        async (method, input) => {
          expect(await shell.ipc.get('galley:call')?.(event, method, input)).toMatchObject({
            ok: false,
          })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('goes by one channel, the only one there is', () => {
    expect([...shell.ipc.keys()]).toEqual(['galley:call'])
  })

  it('is answered with events as they come', () => {
    shell.host.backend.emit('library.changed', {})
    expect(contents.sent).toEqual([['galley:event', 'library.changed', {}]])
  })
})

describe('the preload script', () => {
  it('puts two functions on the page, and passes no object of electron’s (C11)', async () => {
    const exposed = new Map<string, Record<string, unknown>>()
    const listeners = new Map<string, (...args: unknown[]) => void>()
    const invoked: unknown[][] = []
    vi.doMock('electron', () => ({
      contextBridge: {
        exposeInMainWorld: (name: string, surface: Record<string, unknown>) =>
          exposed.set(name, surface),
      },
      ipcRenderer: {
        invoke: async (...args: unknown[]) => {
          invoked.push(args)
          return 'reply'
        },
        on: (channel: string, listener: (...args: unknown[]) => void) =>
          listeners.set(channel, listener),
        off: (channel: string) => listeners.delete(channel),
      },
    }))
    await import('../../main/electron/preload')
    vi.doUnmock('electron')
    expect([...exposed.keys()]).toEqual(['galley'])
    const surface = exposed.get('galley') as {
      call: (method: string, input: unknown) => Promise<unknown>
      subscribe: (listener: (...args: unknown[]) => void) => () => void
    }
    expect(Object.keys(surface).sort()).toEqual(['call', 'subscribe'])
    expect(await surface.call('app.info', {})).toBe('reply')
    expect(invoked).toEqual([['galley:call', 'app.info', {}]])
    const heard: unknown[][] = []
    const stop = surface.subscribe((...args) => heard.push(args))
    expect(stop).toBeTypeOf('function')
    listeners.get('galley:event')?.({ sender: 'ipcRenderer' }, 'library.changed', {})
    expect(heard).toEqual([['library.changed', {}]])
    expect(stop()).toBeUndefined()
    expect(listeners.size).toBe(0)
  })
})
