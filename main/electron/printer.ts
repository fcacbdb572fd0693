import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../shared/api/errors'
import type { PrintPage } from '../ports/exporter'
import type { ElectronApi } from './electronApi'
import { hardenSession } from './permissions'

/** In memory only: nothing of a print is kept, and nothing of the desk's is known to it. */
const PARTITION = 'galley-print'
const LIMIT_MS = 60_000

/** Rejects when `work` takes longer than a page may. */
function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError('internal', 'The page took too long to print; try again.')),
      LIMIT_MS,
    )
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/**
 * Prints a page to PDF in a window that nobody sees: without scripts, and without anything but the page
 * itself. Tagged, with the headings as bookmarks.
 */
export function createPrinter({
  BrowserWindow,
  session,
}: Pick<ElectronApi, 'BrowserWindow' | 'session'>): PrintPage {
  return async (html) => {
    const folder = await mkdtemp(join(tmpdir(), 'galley-print-'))
    const page = join(folder, 'page.html')
    const own = session.fromPartition(PARTITION)
    hardenSession(own)
    const address = pathToFileURL(page).href
    own.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: url !== address && !url.startsWith('data:') }),
    )
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition: PARTITION,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
      },
    })
    try {
      await writeFile(page, html)
      await withinLimit(window.loadURL(address))
      return await withinLimit(
        window.webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      )
    } finally {
      window.destroy()
      await rm(folder, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}
