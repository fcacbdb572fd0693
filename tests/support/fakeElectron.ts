import { EventEmitter } from 'node:events'
import type { ElectronApi } from '../../main/electron/electronApi'

/** An event as Electron passes it to a listener. */
export interface FakeEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function fakeEvent<T extends object>(fields: T = {} as T): T & FakeEvent {
  let prevented = false
  return {
    ...fields,
    get defaultPrevented() {
      return prevented
    },
    preventDefault() {
      prevented = true
    },
  }
}

export class FakeFrame {
  constructor(
    readonly origin: string,
    readonly url: string,
  ) {}
}

type OpenHandler = (details: { readonly url: string }) => { readonly action: string }

export class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = []
  mainFrame = new FakeFrame('app://galley', 'app://galley/index.html')
  openHandler: OpenHandler | null = null
  destroyed = false
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }
  send(...message: unknown[]): void {
    this.sent.push(message)
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  /** What was asked of each print; its bytes are what a PDF begins with. */
  readonly prints: object[] = []
  async printToPDF(options: object): Promise<Uint8Array> {
    this.prints.push(options)
    return new TextEncoder().encode('%PDF-1.7')
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  readonly loaded: string[] = []
  isClosed = false
  isShown = false
  isFocused = false
  isMax = false
  constructor(readonly options: Record<string, unknown>) {
    super()
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }
  show(): void {
    this.isShown = true
  }
  focus(): void {
    this.isFocused = true
  }
  maximize(): void {
    this.isMax = true
  }
  isMaximized(): boolean {
    return this.isMax
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  isDestroyed(): boolean {
    return this.isClosed
  }
  getNormalBounds(): object {
    return { x: 10, y: 20, width: 1000, height: 700 }
  }
  destroy(): void {
    this.isClosed = true
    this.webContents.destroyed = true
    this.emit('closed')
  }
  /** As the system would: asks, and closes unless somebody objects. */
  close(): void {
    const event = fakeEvent()
    this.emit('close', event)
    if (event.defaultPrevented || this.isClosed) return
    this.isClosed = true
    this.webContents.destroyed = true
    this.emit('closed')
  }
}

export class FakeSession extends EventEmitter {
  /** The handlers that were set, by the name of the function that sets them. */
  readonly handlers = new Map<string, unknown>()
  readonly webRequest = {
    onBeforeRequest: (handler: unknown) => this.handlers.set('onBeforeRequest', handler),
  }
  spellChecker = true
  private keep(name: string): (handler: unknown) => void {
    return (handler) => this.handlers.set(name, handler)
  }
  readonly setPermissionCheckHandler = this.keep('permissionCheck')
  readonly setPermissionRequestHandler = this.keep('permissionRequest')
  readonly setDevicePermissionHandler = this.keep('devicePermission')
  readonly setBluetoothPairingHandler = this.keep('bluetoothPairing')
  readonly setUSBProtectedClassesHandler = this.keep('usbProtectedClasses')
  readonly setDisplayMediaRequestHandler = this.keep('displayMedia')
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }
}

export interface MenuItem {
  readonly label?: string
  readonly role?: string
  readonly accelerator?: string
  readonly type?: string
  readonly submenu?: readonly MenuItem[]
  click?(): void
}

/** The few parts of Electron that the shell uses, doing what Electron does with them. */
export function fakeElectron({ isFirst = true }: { readonly isFirst?: boolean } = {}) {
  /** What was called, in order. */
  const calls: string[] = []
  const windows: FakeWindow[] = []
  const scheme: { privileged: unknown; handler?: (request: Request) => Response } = {
    privileged: undefined,
  }
  const ipc = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>()
  const dialogs: { options: Record<string, unknown> }[] = []
  /** What the person answers to the next message boxes: the index of a button. */
  const answers: number[] = []
  const opened: string[] = []
  const trashed: string[] = []
  const menu: { template: readonly MenuItem[] } = { template: [] }
  const defaultSession = new FakeSession()
  const printSession = new FakeSession()
  let becomeReady = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    becomeReady = resolve
  })

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    isQuit: false,
    enableSandbox: () => calls.push('enableSandbox'),
    requestSingleInstanceLock: () => isFirst,
    isReady: () => calls.includes('ready'),
    whenReady: () => ready,
    quit() {
      calls.push('quit')
      app.emit('before-quit', fakeEvent())
      const open = windows.filter((window) => !window.isClosed)
      for (const window of open) window.close()
      if (windows.some((window) => !window.isClosed)) return
      const event = fakeEvent()
      app.emit('will-quit', event)
      if (!event.defaultPrevented) app.isQuit = true
    },
  })

  class BrowserWindow extends FakeWindow {
    constructor(options: Record<string, unknown>) {
      super(options)
      calls.push('window')
      windows.push(this)
      app.emit('web-contents-created', fakeEvent(), this.webContents)
      this.on('closed', () => {
        if (windows.every((window) => window.isClosed)) app.emit('window-all-closed')
      })
    }
  }

  const api = {
    app,
    BrowserWindow,
    dialog: {
      async showMessageBox(...args: readonly object[]) {
        dialogs.push({ options: (args.at(-1) ?? {}) as Record<string, unknown> })
        return { response: answers.shift() ?? 0 }
      },
      showErrorBox: (title: string, detail: string) => {
        dialogs.push({ options: { title, detail } })
      },
    },
    ipcMain: {
      handle: (
        channel: string,
        handler: (event: unknown, ...args: unknown[]) => Promise<unknown>,
      ) => ipc.set(channel, handler),
    },
    Menu: {
      buildFromTemplate: (template: readonly MenuItem[]) => template,
      setApplicationMenu: (template: readonly MenuItem[]) => {
        menu.template = template
      },
    },
    protocol: {
      registerSchemesAsPrivileged(schemes: unknown) {
        calls.push('registerSchemes')
        scheme.privileged = schemes
      },
      handle: (_name: string, handler: (request: Request) => Response) => {
        scheme.handler = handler
      },
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    // Every partition that is not the desk's.
    session: { defaultSession, fromPartition: () => printSession },
    shell: {
      openExternal: async (url: string) => {
        opened.push(url)
      },
      trashItem: async (path: string) => {
        trashed.push(path)
      },
    },
  }

  return {
    api: api as unknown as ElectronApi,
    app,
    calls,
    windows,
    scheme,
    ipc,
    dialogs,
    answers,
    opened,
    trashed,
    menu,
    session: defaultSession,
    printSession,
    becomeReady() {
      calls.push('ready')
      becomeReady()
    },
  }
}
