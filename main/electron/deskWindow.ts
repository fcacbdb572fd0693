import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { DESK } from './addresses'
import { fitBounds, SMALLEST, type WindowState } from './bounds'
import type { ElectronApi } from './electronApi'

/** What every window of Galley may and may not do. A page is taken for hostile. */
export function windowOptions(
  preload: string,
  { hasDevTools }: { readonly hasDevTools: boolean },
): BrowserWindowConstructorOptions {
  return {
    title: 'Galley',
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    webPreferences: {
      preload,
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
      devTools: hasDevTools,
    },
  }
}

/** The only place where a window is made. */
export function openDeskWindow(
  { app, BrowserWindow: Window, screen }: Pick<ElectronApi, 'app' | 'BrowserWindow' | 'screen'>,
  { preload, state }: { readonly preload: string; readonly state: WindowState },
): BrowserWindow {
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new Window({
    ...windowOptions(preload, { hasDevTools: !app.isPackaged }),
    ...fitBounds(state.bounds, workAreas),
  })
  if (state.isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(DESK).catch(() => undefined)
  return window
}
