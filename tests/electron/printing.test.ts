import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createPrinter } from '../../main/electron/printer'
import { eventually } from '../support/eventually'
import { type FakeContents, fakeElectron } from '../support/fakeElectron'

type Answer = (decision: { readonly cancel: boolean }) => void

it('prints a page tagged and with bookmarks, in a window of its own that can do nothing (C31)', async () => {
  const { api, windows, printSession } = fakeElectron()
  const print = createPrinter(api)
  const bytes = print('<h1>Talks</h1>')
  await eventually(() => expect(windows[0]?.loaded).toHaveLength(1))
  const [address = ''] = windows[0]?.loaded ?? []
  await expect(bytes).resolves.toEqual(new TextEncoder().encode('%PDF-1.7'))
  expect(windows[0]?.options).toMatchObject({
    show: false,
    webPreferences: {
      partition: 'galley-print',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  })
  expect(windows[0]?.webContents.prints).toEqual([
    {
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    },
  ])
  expect(windows[0]?.isClosed).toBe(true)
  expect(existsSync(fileURLToPath(address))).toBe(false)
  const request = printSession.handlers.get('onBeforeRequest') as (
    details: { readonly url: string },
    answer: Answer,
  ) => void
  const cancels = (url: string): boolean => {
    let isCancelled = false
    request({ url }, ({ cancel }) => {
      isCancelled = cancel
    })
    return isCancelled
  }
  expect(cancels(address)).toBe(false)
  expect(cancels('data:image/png;base64,')).toBe(false)
  for (const url of ['https://evil.invalid/x', 'file:///etc/passwd', 'app://galley/index.html']) {
    expect(cancels(url)).toBe(true)
  }
})

it('closes its window and takes its page away when a page cannot be printed', async () => {
  const { api, app, windows } = fakeElectron()
  app.on('web-contents-created', (_event, contents: FakeContents) => {
    contents.printToPDF = () => Promise.reject(new Error('no printer'))
  })
  await expect(createPrinter(api)('<h1>Talks</h1>')).rejects.toThrow('no printer')
  const [window] = windows
  expect(window?.isClosed).toBe(true)
  expect(existsSync(fileURLToPath(window?.loaded[0] ?? ''))).toBe(false)
})
