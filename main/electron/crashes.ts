import type { BrowserWindow } from 'electron'
import { DESK } from './addresses'
import type { ElectronApi } from './electronApi'

/** Two crashes within this time mean that loading again will not help. */
const AGAIN_MS = 10_000

/** Loads the page again after it crashed; what was saved is there, and a second crash is told of. */
export function reloadAfterCrash(
  window: BrowserWindow,
  { dialog, now }: Pick<ElectronApi, 'dialog'> & { readonly now: () => number },
): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const isSecond = now() - last < AGAIN_MS
    last = now()
    if (!isSecond) {
      void window.loadURL(DESK).catch(() => undefined)
      return
    }
    void dialog
      .showMessageBox(window, {
        type: 'error',
        message: 'Galley’s page stopped working twice.',
        detail: 'Saved articles are not touched by this. Load the page again, or close the window.',
        buttons: ['Load again', 'Close'],
        noLink: true,
      })
      .then(({ response }) => {
        if (window.isDestroyed()) return undefined
        return response === 0 ? window.loadURL(DESK) : window.close()
      })
      .catch(() => undefined)
  })
}
