import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createNodeAppData } from '../../main/adapters/node/nodeAppData'
import { createNodeFileStore } from '../../main/adapters/node/nodeFileStore'
import { createNodeFolders } from '../../main/adapters/node/nodeFolders'
import { createNodeHistoryFolder } from '../../main/adapters/node/nodeHistoryFolder'
import { createNodeJournals } from '../../main/adapters/node/nodeJournals'
import { nodePacking } from '../../main/adapters/node/nodePacking'
import { nodeProcesses } from '../../main/adapters/node/nodeProcesses'
import { randomId, systemClock } from '../../main/adapters/node/nodeSystem'
import type { Ports } from '../../main/ports/ports'
import { AppError } from '../../shared/api/errors'
import { exportArticle } from '../../shared/document/export'

/** The real machine, with the library and Galley's own files in one folder. */
export function portsIn(home: string): Omit<Ports, 'watcher'> {
  const own = join(home, 'own')
  mkdirSync(own, { recursive: true })
  return {
    files: createNodeFileStore(),
    folders: createNodeFolders({ home }),
    appData: createNodeAppData(own),
    journals: createNodeJournals(own),
    processes: nodeProcesses,
    historyFolder: createNodeHistoryFolder,
    packing: nodePacking,
    clock: systemClock,
    logger: { warn() {} },
    randomId,
    places: { home, defaultLibrary: join(home, 'new'), samples: join(home, 'none') },
    info: { version: '1.2.3', host: 'cli', platform: 'linux' },
    exportArticle,
    // Nobody imports a document in the middle of a crash.
    readDocx: () => Promise.reject(new AppError('unavailable', 'No documents are read here.')),
  }
}
