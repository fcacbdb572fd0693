import { homedir } from 'node:os'
import { printWithChromium } from '../adapters/node/chromiumPrinter'
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
import { appDataFolder, nodePlaces } from '../adapters/node/places'
import { version } from '../adapters/node/version'
import { type Backend, createBackend } from '../backend'
import { createBrowserHost } from './browserHost'
import { openInBrowser } from './openInBrowser'

export interface DeskOptions {
  readonly rendererDir: string
  readonly samplesDir: string
  readonly port?: number
  /** An article to show first, with its folder as the library: the person named it. */
  readonly file?: string
  /** Whether the person's browser is opened at the desk. */
  readonly opens: boolean
  /** Why it is the browser, in half a sentence; `''` when it was asked for. */
  readonly because: string
  say(line: string): void
}

export interface Desk {
  readonly address: string
  /** Resolves with whether it stopped: a person may choose to stay with unsaved work. */
  stop(): Promise<boolean>
}

/** How long a page gets to save before the desk goes away. */
const SAVE_MS = 4000

/** The desk in the person's browser: the backend over this machine's disk, served on loopback. */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  const { rendererDir, samplesDir, port, file, opens, because, say } = options
  const ownFolder = appDataFolder(process.env, process.platform)
  const backend = createBackend({
    files: createNodeFileStore(),
    folders: createNodeFolders({ home: homedir() }),
    watcher: createNodeWatcher(systemClock),
    appData: createNodeAppData(ownFolder),
    journals: createNodeJournals(ownFolder),
    processes: nodeProcesses,
    historyFolder: createNodeHistoryFolder,
    packing: nodePacking,
    clock: systemClock,
    logger: consoleLogger,
    randomId,
    places: nodePlaces({ samples: samplesDir }),
    info: { version, host: 'browser', platform: platformOf(process.platform) },
    readDocx: createDocxReader(new URL('./docxWorker.mjs', import.meta.url)),
    exportArticle: exportPrintedBy(
      printWithChromium,
      new URL('./exportWorker.mjs', import.meta.url),
    ),
  })
  if (file !== undefined) await openFirst(backend, file, say)
  const host = await createBrowserHost({
    backend,
    rendererDir,
    port,
    onInternal: (method, error) => consoleLogger.warn(`${method} failed: ${String(error)}`),
  })
  const opening =
    because === ''
      ? 'Galley’s desk is open in the browser'
      : `${because}, so Galley opens the desk in the browser`
  say(`${opening}: ${host.address}`)
  if (opens) openInBrowser(host.address, process.platform, process.env)

  return {
    address: host.address,
    async stop() {
      const outcome = await Promise.race([
        backend.requestClose({ pages: host.pages(), milliseconds: SAVE_MS }),
        // A page that was closed meanwhile has had its own chance to save.
        host.empty().then(() => 'saved' as const),
      ])
      if (outcome === 'staying') {
        say(
          'There is unsaved work on the page, and you chose to stay. Press Ctrl-C twice to stop anyway.',
        )
        return false
      }
      await host.close()
      await backend.dispose()
      return true
    },
  }
}

async function openFirst(backend: Backend, file: string, say: DeskOptions['say']): Promise<void> {
  const opened = await backend
    .openFile(file, async () => true)
    .catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error))
      return undefined
    })
  if (opened === null) say(`“${file}” is no article that Galley can open.`)
}
