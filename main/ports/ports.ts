import type { ExportArticle } from './exporter'
import type { FileStore, Root } from './fileStore'
import type { Folders } from './folders'
import type { GrowingFolder, Processes } from './growingFolder'
import type {
  AppData,
  Clock,
  Dialogs,
  HostInfo,
  Logger,
  Places,
  RandomId,
  SystemTrash,
} from './host'
import type { ReadDocx } from './importer'
import type { Packing } from './packing'
import type { Watcher } from './watcher'

/** Everything a backend asks of the machine and the host it runs in. */
export interface Ports {
  readonly files: FileStore
  readonly folders: Folders
  readonly watcher: Watcher
  readonly appData: AppData
  /** Where words are kept that are in no file yet; nobody else's to read. */
  readonly journals: GrowingFolder
  readonly processes: Processes
  /** The folder of a library's history. */
  readonly historyFolder: (root: Root) => GrowingFolder
  readonly packing: Packing
  readonly clock: Clock
  readonly logger: Logger
  readonly randomId: RandomId
  readonly places: Places
  readonly info: HostInfo
  readonly exportArticle: ExportArticle
  readonly readDocx: ReadDocx
  /** Absent where the host has none. */
  readonly dialogs?: Dialogs
  readonly systemTrash?: SystemTrash
}
