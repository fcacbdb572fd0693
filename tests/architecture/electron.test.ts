import { describe, expect, it } from 'vitest'
import { isTest, readSources, withoutComments } from './sources'

const running = readSources(['main'])
  .filter(({ path }) => !isTest(path))
  .map(({ path, text }) => ({ path, text: withoutComments(text) }))

/** Every use of something, with the file that it stands in. */
const uses = (pattern: RegExp) =>
  running.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`),
  )

describe('the shell', () => {
  it('loads the desk, and what it prints, and nothing else (C1)', () => {
    expect([...new Set(uses(/\.load(?:URL|File)\([^)]*\)/g))]).toEqual([
      'main/electron/crashes.ts: .loadURL(DESK)',
      'main/electron/deskWindow.ts: .loadURL(DESK)',
      'main/electron/printer.ts: .loadURL(address)',
    ])
  })

  it('shows no file by its own address (C8)', () => {
    expect(uses(/['"`]file:/g).filter((use) => use.startsWith('main/electron/'))).toEqual([])
  })

  it('listens to pages in one place (C9)', () => {
    expect(uses(/\bipcMain\.\w+/g)).toEqual(['main/electron/ipc.ts: ipcMain.handle'])
  })

  it('has the system open no file, and addresses only after a person agreed (C16)', () => {
    expect(uses(/\bshell\.(?!trashItem)\w+/g)).toEqual([
      'main/electron/externalLinks.ts: shell.openExternal',
    ])
  })
})
