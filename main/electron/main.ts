import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
} from 'electron'
import { createDocxReader } from '../adapters/node/docx/docxReader'
import { exportPrintedBy } from '../adapters/node/exporting/exporter'
import { createNodeAppData } from '../adapters/node/nodeAppData'
import { createNodeFileStore } from '../adapters/node/nodeFileStore'
import { createNodeFolders } from '../adapters/node/nodeFolders'
import { createNodeHistoryFolder } from '../adapters/node/nodeHistoryFolder'
import { createNodeJournals } from '../adapters/node/nodeJournals'
import { nodePacking } from '../adapters/node/nodePacking'
import { nodeProcesses } from '../adapters/node/nodeProcesses'
import { consoleLogger, platformOf, randomId, systemClock } from '../adapters/node/nodeSystem'
import { createNodeWatcher } from '../adapters/node/nodeWatcher'
import { nodePlaces } from '../adapters/node/places'
import { version } from '../adapters/node/version'
import { readPageFiles } from '../adapters/page/pageFiles'
import { createBackend } from '../backend'
import { createDialogs } from './dialogs'
import { createPrinter } from './printer'
import { startShell } from './shell'
import { createSystemTrash } from './systemTrash'

const electron = { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session, shell }

// This file is `dist/electron/main.mjs`, in the repository as in the application's archive.
const here = dirname(fileURLToPath(import.meta.url))
const samples = app.isPackaged
  ? join(process.resourcesPath, 'samples')
  : join(here, '../../samples')

void startShell({
  electron,
  preload: join(here, 'preload.cjs'),
  logger: consoleLogger,
  isMac: process.platform === 'darwin',
  // Run from the sources, the first word is the folder of the application itself.
  args: process.argv.slice(app.isPackaged ? 1 : 2),
  currentFolder: process.cwd(),
  readPageFiles: () => readPageFiles(join(here, '../renderer')),
  start() {
    const files = createNodeFileStore()
    const folders = createNodeFolders({ home: homedir() })
    // Apart from what Chromium keeps in the same folder.
    const ownFolder = join(app.getPath('userData'), 'desk')
    const appData = createNodeAppData(ownFolder)
    const backend = createBackend({
      files,
      folders,
      watcher: createNodeWatcher(systemClock),
      appData,
      journals: createNodeJournals(ownFolder),
      processes: nodeProcesses,
      historyFolder: createNodeHistoryFolder,
      packing: nodePacking,
      clock: systemClock,
      logger: consoleLogger,
      randomId,
      places: nodePlaces({ samples, documents: app.getPath('documents') }),
      info: { version, host: 'electron', platform: platformOf(process.platform) },
      readDocx: createDocxReader(new URL('./docxWorker.mjs', import.meta.url)),
      exportArticle: exportPrintedBy(
        createPrinter(electron),
        new URL('./exportWorker.mjs', import.meta.url),
      ),
      dialogs: createDialogs(electron, { files, folders }),
      systemTrash: createSystemTrash(electron),
    })
    return { backend, appData }
  },
})
