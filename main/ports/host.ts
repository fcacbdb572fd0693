import type { ExportFormat } from '../../shared/domain/exports'
import type { Root } from './fileStore'

/** Where things are on this machine. */
export interface Places {
  readonly home: string
  /** Where the library of samples is made unless the person says otherwise. */
  readonly defaultLibrary: string
  /** The sample articles as they came with Galley. */
  readonly samples: string
}

export interface HostInfo {
  readonly version: string
  readonly host: 'electron' | 'browser' | 'cli'
  readonly platform: 'mac' | 'windows' | 'linux'
}

/** The system's own dialogs. Each resolves with `null` when dismissed. */
export interface Dialogs {
  chooseFolder(): Promise<string | null>
  chooseSavePlace(suggestion: {
    readonly folder: Root
    readonly fileName: string
    readonly kind: ExportFormat
  }): Promise<ChosenPlace | null>
}

/** A place that the person pointed at, the one kind that may lie outside the opened folders. */
export interface ChosenPlace {
  readonly displayPath: string
  readonly fileName: string
  /** Replaces what is there: the system's dialog has asked. */
  write(bytes: Uint8Array): Promise<void>
}

/** The desktop's trash; hosts without one leave it out, and trashed articles go to a `.trash` folder. */
export interface SystemTrash {
  discard(root: Root, path: string): Promise<void>
}

/** Galley's own small files: settings and session. */
export interface AppData {
  /** `null` when there is no such file. */
  read(name: string): Promise<string | null>
  write(name: string, text: string): Promise<void>
  /** Renames a file that cannot be read so that it is kept; resolves with its new name. */
  setAside(name: string): Promise<string>
}

export interface Clock {
  now(): number
  /** Returns the function that cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

export interface Logger {
  warn(message: string): void
}

/** A name that nobody can guess, of letters, digits, `_` and `-`. */
export type RandomId = () => string
