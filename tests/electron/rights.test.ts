import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { windowOptions } from '../../main/electron/deskWindow'
import { hardenSession } from '../../main/electron/permissions'
import { FakeContents, FakeSession, fakeElectron, fakeEvent } from '../support/fakeElectron'
import { runningShell, settled } from '../support/runningShell'

const typings = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), 'electron.d.ts'),
  'utf8',
)
const permissionNames = [
  ...new Set(
    [...typings.matchAll(/permission: ((?:'[\w-]+'(?: \| )?)+)/g)].flatMap(([, union = '']) =>
      [...union.matchAll(/'([\w-]+)'/g)].flatMap(([, name]) => name ?? []),
    ),
  ),
]

describe('a window', () => {
  it('gives its page no rights (C2)', () => {
    expect(windowOptions('/app/preload.cjs', { hasDevTools: false }).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      enableDeprecatedPaste: false,
      spellcheck: process.platform === 'darwin',
      devTools: false,
    })
  })

  it('shows the desk and nothing else (C1)', async () => {
    const shell = await runningShell()
    shell.becomeReady()
    const window = await shell.window()
    expect(window.loaded).toEqual(['app://galley/index.html'])
    expect(shell.windows).toHaveLength(1)
    await shell.host.close()
  })
})

describe('the shell', () => {
  it('sandboxes every page before anything else, and the scheme has no privilege too many (C3, C6)', async () => {
    const shell = await runningShell()
    shell.becomeReady()
    await shell.started
    expect(shell.calls.slice(0, 3)).toEqual(['enableSandbox', 'registerSchemes', 'ready'])
    expect(shell.scheme.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
    await shell.host.close()
  })

  it('ends at once in a second instance', async () => {
    const { startShell } = await import('../../main/electron/shell')
    const fake = fakeElectron({ isFirst: false })
    await startShell({
      electron: fake.api,
      preload: '',
      logger: { warn() {} },
      isMac: false,
      args: ['talks.md'],
      currentFolder: '/',
      readPageFiles: () => Promise.reject(new Error('not reached')),
      start: () => {
        throw new Error('not reached')
      },
    })
    expect(fake.app.isQuit).toBe(true)
    expect(fake.windows).toEqual([])
  })
})

describe('permissions', () => {
  const session = new FakeSession()
  hardenSession(session as unknown as Parameters<typeof hardenSession>[0])
  const check = session.handlers.get('permissionCheck') as (
    contents: unknown,
    permission: string,
    origin: string,
    details: object,
  ) => boolean
  const request = session.handlers.get('permissionRequest') as (
    contents: unknown,
    permission: string,
    answer: (granted: boolean) => void,
    details: object,
  ) => void
  const asked = (permission: string, details: object): boolean | undefined => {
    let granted: boolean | undefined
    request(
      null,
      permission,
      (answer) => {
        granted = answer
      },
      details,
    )
    return granted
  }
  const inDesk = { isMainFrame: true, requestingUrl: 'app://galley/index.html' }

  it('are known by all of their names', () => {
    expect(permissionNames.length).toBeGreaterThan(40)
    expect(permissionNames).toContain('openExternal')
    expect(permissionNames).toContain('local-fonts')
  })

  const granted = ['clipboard-sanitized-write', 'fullscreen']
  it.each(permissionNames.filter((name) => !granted.includes(name)))(
    '%s is never granted (C4)',
    (name) => {
      expect(check(null, name, 'app://galley', inDesk)).toBe(false)
      expect(asked(name, inDesk)).toBe(false)
    },
  )

  it.each(granted)('let the desk have %s, and nobody else', (copy) => {
    expect(check(null, copy, 'app://galley/', inDesk)).toBe(true)
    expect(asked(copy, inDesk)).toBe(true)
    expect(check(null, copy, 'app://galley', { isMainFrame: false })).toBe(false)
    expect(check(null, copy, 'https://galley', inDesk)).toBe(false)
    for (const requestingUrl of [
      'https://evil.example/',
      'app://galley.evil/',
      'app://evil/',
      '',
      undefined,
    ]) {
      expect(asked(copy, { isMainFrame: true, requestingUrl })).toBe(false)
    }
  })

  it('give no device away (C4)', () => {
    const call = (name: string, ...args: unknown[]): unknown =>
      (session.handlers.get(name) as (...args: unknown[]) => unknown)(...args)
    expect(call('devicePermission', {})).toBe(false)
    expect(call('usbProtectedClasses', { protectedClasses: ['hid'] })).toEqual(['hid'])
    const answers: unknown[] = []
    call('bluetoothPairing', {}, (answer: unknown) => answers.push(answer))
    call('displayMedia', {}, (answer: unknown) => answers.push(answer))
    for (const event of ['select-hid-device', 'select-usb-device']) {
      const refused = fakeEvent()
      session.emit(event, refused, {}, (device: unknown) => answers.push(device))
      expect(refused.defaultPrevented).toBe(true)
    }
    session.emit('select-serial-port', fakeEvent(), [], null, (port: unknown) => answers.push(port))
    expect(answers).toEqual([{ confirmed: false }, null, undefined, undefined, ''])
  })

  it('leave no way to the network (C40)', () => {
    const ask = session.handlers.get('onBeforeRequest') as (
      details: { readonly url: string },
      answer: (verdict: { readonly cancel: boolean }) => void,
    ) => void
    const isCancelled = (url: string): boolean | undefined => {
      let cancelled: boolean | undefined
      ask({ url }, ({ cancel }) => {
        cancelled = cancel
      })
      return cancelled
    }
    expect(
      ['app://galley/index.html', 'blob:app://galley/1', 'data:image/png,x'].map(isCancelled),
    ).toEqual([false, false, false])
    for (const url of [
      'https://x.org/',
      'http://127.0.0.1/',
      'file:///etc/passwd',
      'ws://x.org',
      'app://x/',
      'app://galley.evil/',
    ]) {
      expect(isCancelled(url), url).toBe(true)
    }
    expect(session.spellChecker).toBe(process.platform === 'darwin')
  })
})

describe('any page, whatever made it', () => {
  async function strangersContents() {
    const shell = await runningShell()
    shell.becomeReady()
    await shell.started
    const contents = new FakeContents()
    shell.app.emit('web-contents-created', fakeEvent(), contents)
    return { shell, contents }
  }

  it.each([
    ['will-navigate', { url: 'https://evil.example/' }],
    ['will-navigate', { url: 'app://galley.evil/index.html' }],
    ['will-navigate', { url: 'file:///home/ana/dropped.html' }],
    ['will-frame-navigate', { url: 'app://galley/index.html', isMainFrame: false }],
    ['will-frame-navigate', { url: 'https://evil.example/', isMainFrame: true }],
    ['will-redirect', { url: 'app://galley/index.html' }],
    ['will-attach-webview', {}],
    ['select-client-certificate', {}],
    ['login', {}],
  ])('is kept from %s %j (C12, C14, C33)', async (name, fields) => {
    const { shell, contents } = await strangersContents()
    const event = fakeEvent(fields)
    contents.emit(name, event)
    expect(event.defaultPrevented).toBe(true)
    await shell.host.close()
  })

  it('may load the desk, and the preview in a frame', async () => {
    const { shell, contents } = await strangersContents()
    const reload = fakeEvent({ url: 'app://galley/index.html' })
    contents.emit('will-navigate', reload)
    const preview = fakeEvent({ url: 'app://galley/preview.html', isMainFrame: false })
    contents.emit('will-frame-navigate', preview)
    expect([reload.defaultPrevented, preview.defaultPrevented]).toEqual([false, false])
    await shell.host.close()
  })

  it('opens no window; a link goes to the browser after a person has seen it (C13, C15)', async () => {
    const { shell, contents } = await strangersContents()
    shell.answers.push(1, 0)
    expect(contents.openHandler?.({ url: 'https://example.org/a' })).toEqual({ action: 'deny' })
    // While a person is being asked, further links ask nothing.
    expect(contents.openHandler?.({ url: 'https://example.org/b' })).toEqual({ action: 'deny' })
    await settled()
    expect(shell.opened).toEqual([])
    contents.emit('will-navigate', fakeEvent({ url: 'https://example.org/c' }))
    await settled()
    expect(shell.opened).toEqual(['https://example.org/c'])
    expect(shell.dialogs.map(({ options }) => options.detail)).toEqual([
      'https://example.org/a',
      'https://example.org/c',
    ])
    expect(contents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
    expect(contents.openHandler?.({ url: 'javascript:alert(1)' })).toEqual({ action: 'deny' })
    await settled()
    expect(shell.dialogs).toHaveLength(2)
    await shell.host.close()
  })
})
