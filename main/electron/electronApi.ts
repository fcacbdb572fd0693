import type * as Electron from 'electron'

/** The parts of Electron that the shell uses; it is given them, so that it can be run without a runtime. */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
>
