import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMemoryAppData } from '../../main/adapters/memory/memoryAppData'
import { createMemoryGrowingFolder } from '../../main/adapters/memory/memoryGrowingFolder'
import { createMemoryWatcher } from '../../main/adapters/memory/memoryWatcher'
import { createNodeAppData } from '../../main/adapters/node/nodeAppData'
import { createNodeHistoryFolder } from '../../main/adapters/node/nodeHistoryFolder'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { nodePacking } from '../../main/adapters/node/nodePacking'
import { nodeProcesses } from '../../main/adapters/node/nodeProcesses'
import { randomId, systemClock } from '../../main/adapters/node/nodeSystem'
import { createNodeWatcher } from '../../main/adapters/node/nodeWatcher'
import { type Backend, createBackend } from '../../main/backend'
import { createBrowserHost } from '../../main/browser/browserHost'
import type { Ports } from '../../main/ports/ports'
import { createClient } from '../../shared/api/client'
import type { Client } from '../../shared/api/contract'
import { createDirectClient } from '../../shared/api/direct'
import { exportArticle } from '../../shared/document/export'
import { patientDocxReader } from './builtWorker'
import { memoryDisk, nodeDisk, type TestDisk } from './disks'
import { webTransport } from './webTransport'

/** A running backend with a library of its own on disk, and a client that talks to it. */
export interface TestHost {
  readonly client: Client
  readonly backend: Backend
  readonly disk: TestDisk
  /** Starts a backend anew over the same disk and the same settings, as after a restart. */
  restart(): Promise<TestHost>
  close(): Promise<void>
}

export type PortChanges = Partial<Ports>

const info = { version: '1.2.3', host: 'cli', platform: 'linux' } as const

function portsOver({
  files,
  folders,
  home,
}: TestDisk): Omit<Ports, 'watcher' | 'appData' | 'journals' | 'historyFolder'> {
  return {
    files,
    folders,
    clock: systemClock,
    logger: { warn() {} },
    randomId,
    processes: nodeProcesses,
    packing: nodePacking,
    places: { home, defaultLibrary: `${home}/Documents/Galley`, samples: `${home}/samples` },
    info,
    exportArticle,
    readDocx: async (bytes, kind) => (await patientDocxReader())(bytes, kind),
  }
}

interface Line {
  readonly client: Client
  close(): Promise<void>
}

type Connect = (backend: Backend) => Promise<Line>

const directly: Connect = async (backend) => ({
  client: createDirectClient(backend, { checkOutput: true }),
  close: async () => undefined,
})

/** Over HTTP and a WebSocket, with an empty renderer. */
const overTheWeb: Connect = async (backend) => {
  const rendererDir = mkdtempSync(join(tmpdir(), 'galley-renderer-'))
  const host = await createBrowserHost({ backend, rendererDir })
  const transport = webTransport(host.address)
  return {
    client: createClient(transport),
    async close() {
      transport.close()
      await host.close()
      rmSync(rendererDir, { recursive: true })
    },
  }
}

async function startOver(disk: TestDisk, ports: Ports, connect: Connect): Promise<TestHost> {
  const backend = createBackend(ports)
  const line = await connect(backend)
  const stop = async (): Promise<void> => {
    await line.close()
    await backend.dispose()
  }
  return {
    backend,
    client: line.client,
    disk,
    async restart() {
      await stop()
      return startOver(disk, ports, connect)
    },
    async close() {
      await stop()
      disk.dispose()
    },
  }
}

export async function memoryHost(changes: PortChanges = {}): Promise<TestHost> {
  const disk = memoryDisk()
  const watcher = createMemoryWatcher()
  const watched: TestDisk = {
    ...disk,
    async put(path, content) {
      await disk.put(path, content)
      watcher.changed([path])
    },
    async delete(path) {
      await disk.delete(path)
      watcher.changed([path])
    },
    async rename(from, to) {
      await disk.rename(from, to)
      watcher.changed([from, to])
    },
  }
  const history = createMemoryGrowingFolder()
  const ports = {
    ...portsOver(disk),
    watcher,
    appData: createMemoryAppData(),
    journals: createMemoryGrowingFolder(),
    historyFolder: () => history,
    ...changes,
  }
  return startOver(watched, ports, directly)
}

function nodePorts(disk: TestDisk, changes: PortChanges): Ports {
  return {
    ...portsOver(disk),
    watcher: createNodeWatcher(systemClock),
    appData: createNodeAppData(join(disk.home, '.settings')),
    journals: createNodeJournals(join(disk.home, '.settings')),
    historyFolder: createNodeHistoryFolder,
    ...changes,
  }
}

export async function nodeHost(changes: PortChanges = {}): Promise<TestHost> {
  const disk = nodeDisk()
  return startOver(disk, nodePorts(disk, changes), directly)
}

export async function browserHost(changes: PortChanges = {}): Promise<TestHost> {
  const disk = nodeDisk()
  return startOver(disk, nodePorts(disk, changes), overTheWeb)
}

/** Two hosts over one folder, as two machines that share it; each has its own settings. */
export async function twoBrowserHosts(): Promise<readonly [TestHost, TestHost]> {
  const disk = nodeDisk()
  const start = (name: string, own: TestDisk) =>
    startOver(
      own,
      nodePorts(disk, { appData: createNodeAppData(join(disk.home, name)) }),
      overTheWeb,
    )
  return [await start('.one', disk), await start('.other', { ...disk, dispose: () => undefined })]
}

/** Opens the disk's folder as the library, as a person would by browsing to it. */
export async function openLibrary({ client }: TestHost): Promise<void> {
  const home = await client.call('folders.browse', {})
  const library = home.children.find(({ name }) => name === 'library')
  if (library === undefined) throw new Error('the library is not under the home folder')
  await client.call('library.open', { folder: library.folder })
}
