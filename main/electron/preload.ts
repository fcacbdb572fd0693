import { contextBridge, ipcRenderer } from 'electron'
import type { Transport } from '../../shared/api/transport'
import { CALL, EVENT } from './channels'

/** All that a page gets: it can ask, and it can listen. Neither electron's objects nor its events pass. */
const surface: Transport = {
  call: (method, input) => ipcRenderer.invoke(CALL, method, input),
  subscribe(listener) {
    const hear = (_event: unknown, event: string, payload: unknown): void =>
      listener(event, payload)
    ipcRenderer.on(EVENT, hear)
    return () => {
      ipcRenderer.off(EVENT, hear)
    }
  },
}

contextBridge.exposeInMainWorld('galley', surface)
