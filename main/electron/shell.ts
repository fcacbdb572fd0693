import type { BrowserWindow } from 'electron'
import type { PageFiles } from '../adapters/page/pageFiles'
import type { Backend } from '../backend'
import type { AppData, Logger } from '../ports/host'
import { SCHEME } from './addresses'
import { windowStateFrom } from './bounds'
import { EVENT } from './channels'
import { closeWhenSaved } from './closing'
import { hardenContents } from './contents'
import { reloadAfterCrash } from './crashes'
import { openDeskWindow } from './deskWindow'
import type { ElectronApi } from './electronApi'
import { createLinkOffer } from './externalLinks'
import { handleCalls } from './ipc'
import { menuTemplate } from './menu'
import { namedFiles } from './namedFiles'
import { createPageHandler, registerPageScheme } from './pageScheme'
import { hardenSession } from './permissions'

export interface ShellNeeds {
  readonly electron: ElectronApi
  readonly preload: string
  readonly logger: Logger
  readonly isMac: boolean
  /** What the process was started with, without its own program. */
  readonly args: readonly string[]
  readonly currentFolder: string
  readPageFiles(): Promise<PageFiles>
  /** Made once Electron is ready: before, it does not know its folders. */
  start(): { readonly backend: Backend; readonly appData: AppData }
}

const WINDOW_FILE = 'window.json'

/** Runs Galley in Electron. Resolves once the first window is there, or at once in a second instance. */
export async function startShell(needs: ShellNeeds): Promise<void> {
  const { electron, logger, isMac } = needs
  const { app, protocol, session, Menu } = electron
  app.enableSandbox()
  registerPageScheme(electron)
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return
  }

  const offerLink = createLinkOffer(electron)
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, offerLink))

  let window: BrowserWindow | null = null
  let running: ReturnType<ShellNeeds['start']> | null = null
  let isQuitting = false
  let opening: Promise<void> = Promise.resolve()
  let state = windowStateFrom(null)
  const waiting = [...namedFiles(needs.args, needs.currentFolder)]

  /** The system may name files before anything is ready; a person is asked about one after the other. */
  function openFiles(paths: readonly string[]): void {
    waiting.push(...paths)
    if (running === null) return
    const { backend } = running
    for (const path of waiting.splice(0)) {
      opening = opening
        .then(async () => {
          await backend.openFile(path, mayOpenFolder)
        })
        .catch((error: unknown) => {
          const detail = error instanceof Error ? error.message : String(error)
          electron.dialog.showErrorBox('This article could not be opened.', detail)
        })
    }
  }

  async function mayOpenFolder(displayPath: string): Promise<boolean> {
    const { response } = await electron.dialog.showMessageBox({
      type: 'question',
      message: 'Open this article’s folder in Galley?',
      detail: displayPath,
      buttons: ['Open folder', 'Cancel'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }

  function showWindow(): void {
    if (running === null) return
    if (window !== null) {
      if (window.isMinimized()) window.restore()
      window.focus()
      return
    }
    const { backend, appData } = running
    const opened = openDeskWindow(electron, { preload: needs.preload, state })
    window = opened
    closeWhenSaved(opened, {
      backend,
      dialog: electron.dialog,
      onStay: () => {
        isQuitting = false
      },
    })
    reloadAfterCrash(opened, { dialog: electron.dialog, now: () => performance.now() })
    opened.on('close', () => {
      state = { bounds: opened.getNormalBounds(), isMaximized: opened.isMaximized() }
      appData.write(WINDOW_FILE, `${JSON.stringify(state)}\n`).catch((error: unknown) => {
        logger.warn(String(error))
      })
    })
    opened.on('closed', () => {
      window = null
      if (isQuitting) app.quit()
    })
  }

  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles(namedFiles([path], '/'))
    if (app.isReady()) showWindow()
  })
  app.on('second-instance', (_event, args, folder) => {
    openFiles(namedFiles(args.slice(1), folder))
    showWindow()
  })
  app.on('activate', () => showWindow())
  app.on('window-all-closed', () => {
    if (!isMac) app.quit()
  })
  app.on('before-quit', () => {
    isQuitting = true
  })
  let isDisposed = false
  app.on('will-quit', (event) => {
    if (isDisposed || running === null) return
    event.preventDefault()
    void running.backend.dispose().finally(() => {
      isDisposed = true
      app.quit()
    })
  })

  await app.whenReady()
  hardenSession(session.defaultSession)
  protocol.handle(SCHEME, createPageHandler(await needs.readPageFiles()))
  const started = needs.start()
  const { backend, appData } = started
  state = windowStateFrom(await appData.read(WINDOW_FILE).catch(() => null))
  handleCalls(electron, {
    handlers: backend.handlers,
    isOurWindow: (sender) => window !== null && sender === window.webContents,
    onInternal: (method, error) => logger.warn(`${method} failed: ${String(error)}`),
  })
  backend.subscribe((event, payload) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(EVENT, event, payload)
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        isMac,
        hasDevTools: !app.isPackaged,
        send: (command) => backend.emit('menu.command', { command }),
      }),
    ),
  )
  running = started
  openFiles([])
  showWindow()
}
