import type { IpcMainInvokeEvent } from 'electron'
import type { Handlers } from '../../shared/api/contract'
import { dispatch } from '../../shared/api/dispatch'
import type { Reply } from '../../shared/api/errors'
import { isDesk, ORIGIN } from './addresses'
import { CALL } from './channels'
import type { ElectronApi } from './electronApi'

const REFUSED: Reply<never> = {
  ok: false,
  error: { code: 'denied', message: 'Only Galley’s own page may ask this.', details: {} },
}

/** Whether a message comes from the page of a window of ours, and not from a frame in it or a page in its place. */
export function isFromDesk(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOurWindow: (sender: IpcMainInvokeEvent['sender']) => boolean,
): boolean {
  if (senderFrame === null || sender.isDestroyed() || !isOurWindow(sender)) return false
  if (senderFrame !== sender.mainFrame) return false
  return senderFrame.origin === ORIGIN && isDesk(senderFrame.url)
}

export interface CallHandling {
  readonly handlers: Handlers
  isOurWindow(sender: IpcMainInvokeEvent['sender']): boolean
  readonly onInternal?: (method: string, error: unknown) => void
}

/** The only door from pages to the backend. */
export function handleCalls(
  { ipcMain }: Pick<ElectronApi, 'ipcMain'>,
  { handlers, isOurWindow, onInternal }: CallHandling,
): void {
  ipcMain.handle(CALL, (event, method: unknown, input: unknown) =>
    isFromDesk(event, isOurWindow) ? dispatch(handlers, method, input, { onInternal }) : REFUSED,
  )
}
