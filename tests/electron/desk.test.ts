import { describe, expect, it } from 'vitest'
import { fakeEvent, type MenuItem } from '../support/fakeElectron'
import { openLibrary } from '../support/hosts'
import { runningShell, type ShellStart, settled } from '../support/runningShell'

async function start(how: ShellStart = {}) {
  const shell = await runningShell(how)
  await openLibrary(shell.host)
  shell.becomeReady()
  const window = await shell.window()
  const events: unknown[] = []
  shell.host.backend.subscribe((event, payload) => events.push([event, payload]))
  const call = shell.host.client.call
  return { ...shell, first: window, events, call }
}

describe('a file that the system names', () => {
  it('is shown when it lies in the open folder', async () => {
    const shell = await start()
    shell.app.emit('open-file', fakeEvent(), '/home/library/talks.md')
    await settled()
    expect(shell.events).toMatchObject([['article.show', { library: { name: 'library' } }]])
    expect(shell.dialogs).toEqual([])
    await shell.host.close()
  })

  it('opens its folder only after a person agreed (C32)', async () => {
    const shell = await start()
    shell.answers.push(1, 0)
    shell.app.emit('open-file', fakeEvent(), '/home/desk/letter.md')
    await settled()
    expect(shell.events).toEqual([])
    expect(shell.dialogs[0]?.options.detail).toBe('~/desk')
    shell.app.emit('open-file', fakeEvent(), '/home/desk/letter.md')
    await settled()
    expect(await shell.call('library.current', {})).toMatchObject({ name: 'desk' })
    expect((await shell.call('session.get', {})).article).not.toBeNull()
    await shell.host.close()
  })

  it('may be named before anything is ready', async () => {
    const shell = await runningShell({ args: ['--flag', 'talks.md'] })
    await openLibrary(shell.host)
    shell.app.emit('open-file', fakeEvent(), '/home/library/talks.md')
    shell.becomeReady()
    await shell.started
    await settled()
    expect((await shell.host.client.call('session.get', {})).article).not.toBeNull()
    await shell.host.close()
  })

  it('may be named by a second instance, whose options count for nothing (C32)', async () => {
    const shell = await start()
    const args = [
      '/usr/bin/galley',
      '--remote-debugging-port=9222',
      'app://galley/x.md',
      'talks.md',
    ]
    shell.app.emit('second-instance', fakeEvent(), args, '/home/library', {})
    await settled()
    expect(shell.events).toHaveLength(1)
    expect(shell.first.isFocused).toBe(true)
    expect(shell.first.loaded).toEqual(['app://galley/index.html'])
    await shell.host.close()
  })

  it('that is gone is told of', async () => {
    const shell = await start()
    shell.app.emit('open-file', fakeEvent(), '/home/nowhere/none.md')
    await settled()
    expect(shell.dialogs[0]?.options.title).toMatch(/could not be opened/)
    await shell.host.close()
  })
})

describe('closing', () => {
  it('waits until the page has saved', async () => {
    const shell = await start()
    shell.app.quit()
    await settled()
    expect(shell.events).toEqual([['app.closing', {}]])
    expect(shell.first.isClosed).toBe(false)
    await shell.call('app.closed', {})
    await settled()
    expect(shell.first.isClosed).toBe(true)
    expect(shell.app.isQuit).toBe(true)
    expect(shell.dialogs).toEqual([])
    await shell.host.close()
  })

  it('asks once, however often it is asked for', async () => {
    const shell = await start()
    shell.first.close()
    shell.app.quit()
    shell.first.close()
    await settled()
    expect(shell.events).toEqual([['app.closing', {}]])
    await shell.call('app.closed', {})
    await settled()
    expect(shell.app.isQuit).toBe(true)
    await shell.host.close()
  })

  it('is given up when the person stays, and asked anew the next time', async () => {
    const shell = await start({ isMac: true })
    shell.app.quit()
    await settled()
    await shell.call('app.closed', { answer: 'asking' })
    await shell.call('app.closed', { answer: 'staying' })
    await settled()
    expect([shell.first.isClosed, shell.app.isQuit]).toEqual([false, false])
    shell.first.close()
    await settled()
    expect(shell.events).toHaveLength(2)
    await shell.call('app.closed', {})
    await settled()
    // Only the window was to be closed this time, and on a Mac the application stays.
    expect([shell.first.isClosed, shell.app.isQuit]).toEqual([true, false])
    shell.app.emit('activate')
    expect(shell.windows).toHaveLength(2)
    await shell.host.close()
  })

  it('does not wait for a page that crashed', async () => {
    const shell = await start()
    shell.first.webContents.emit('render-process-gone', fakeEvent(), { reason: 'crashed' })
    shell.first.close()
    await settled()
    expect(shell.first.isClosed).toBe(true)
    await shell.host.close()
  })

  it('remembers where the window was', async () => {
    const shell = await start()
    shell.first.isMax = true
    shell.first.close()
    await shell.call('app.closed', {})
    await settled()
    const windowFile = shell.stored.get('window.json') ?? ''
    await shell.host.close()
    const again = await start({ windowFile })
    expect(again.first.options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700 })
    expect(again.first.isMax).toBe(true)
    await again.host.close()
  })
})

describe('a page that crashes', () => {
  it('is loaded again, and the second time a person is asked', async () => {
    const shell = await start()
    const crash = () =>
      shell.first.webContents.emit('render-process-gone', fakeEvent(), { reason: 'oom' })
    crash()
    expect(shell.first.loaded).toHaveLength(2)
    crash()
    expect(shell.dialogs[0]?.options.message).toMatch(/twice/)
    await settled()
    expect(shell.first.loaded).toHaveLength(3)
    await shell.host.close()
  })
})

describe('the menu', () => {
  const flat = (items: readonly MenuItem[]): MenuItem[] =>
    items.flatMap((item) => [item, ...flat(item.submenu ?? [])])

  it('sends the commands that the page knows', async () => {
    const shell = await start()
    const save = flat(shell.menu.template).find(({ label }) => label === 'Save')
    expect(save?.accelerator).toBe('CmdOrCtrl+S')
    save?.click?.()
    expect(shell.events).toEqual([['menu.command', { command: 'article.save' }]])
    await shell.host.close()
  })

  it('has what each system expects', async () => {
    const linux = await start()
    const mac = await start({ isMac: true })
    expect(linux.menu.template.map(({ label }) => label)).toEqual([
      'File',
      'Edit',
      'Review',
      'View',
      'Export',
      'Help',
    ])
    expect(mac.menu.template.map(({ label, role }) => role ?? label)).toEqual([
      'appMenu',
      'File',
      'Edit',
      'Review',
      'View',
      'Export',
      'windowMenu',
      'help',
    ])
    const roles = flat(linux.menu.template).flatMap(({ role }) => role ?? [])
    expect(roles).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'quit']))
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
    await linux.host.close()
    await mac.host.close()
  })
})
