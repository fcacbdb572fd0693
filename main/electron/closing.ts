import type { BrowserWindow } from 'electron'
import type { Backend } from '../backend'
import type { ElectronApi } from './electronApi'

/** How long a page gets to save before a person is asked whether to wait. */
export const SAVE_MS = 5000

export interface ClosingNeeds extends Pick<ElectronApi, 'dialog'> {
  readonly backend: Pick<Backend, 'requestClose'>
  /** The person chose to stay: whoever wanted to quit must not go on. */
  onStay(): void
}

/**
 * Keeps a window open until its page has saved or its person has decided. Asked again meanwhile, it
 * asks nobody twice. A page that crashed or hangs cannot hold the window for ever.
 */
export function closeWhenSaved(
  window: BrowserWindow,
  { backend, dialog, onStay }: ClosingNeeds,
): void {
  let settling = false
  let mayClose = false
  let isGone = false

  async function settle(): Promise<void> {
    const outcome = await backend.requestClose({
      pages: isGone ? 0 : 1,
      milliseconds: SAVE_MS,
    })
    mayClose = outcome === 'saved' || (outcome === 'timed out' && (await closesAnyway()))
    if (window.isDestroyed()) return
    if (mayClose) window.close()
    else onStay()
  }

  async function closesAnyway(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'Galley has not finished saving.',
      detail: 'What is not saved yet is kept as a draft, and offered at the next start.',
      buttons: ['Keep open', 'Close anyway'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  window.on('close', (event) => {
    if (mayClose) return
    event.preventDefault()
    if (settling) return
    settling = true
    void settle().finally(() => {
      settling = false
    })
  })
  window.webContents.on('render-process-gone', () => {
    isGone = true
  })
  window.webContents.on('did-finish-load', () => {
    isGone = false
  })
}
