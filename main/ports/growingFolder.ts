/** A file of Galley's own, in a folder of its own. */
export interface OwnFile {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
}

/**
 * A folder of Galley's own whose files grow at their ends. It comes into being with its first file;
 * names have no folders in them. Failures are `AppError`s.
 */
export interface GrowingFolder {
  /** For a person to read. */
  readonly displayPath: string
  list(): Promise<readonly OwnFile[]>
  /** Bytes of a file from `from` on, `length` of them at most; `null` when there is no such file. */
  read(
    name: string,
    range?: { readonly from: number; readonly length: number },
  ): Promise<Uint8Array | null>
  /**
   * Adds to the end of a file that is `at` bytes long, and is made when that is 0; resolves when the
   * bytes are on the disk. `conflict` when it has another length, `not-found` when it is gone: nothing
   * was written then.
   */
  append(name: string, bytes: Uint8Array, at: number): Promise<void>
  /** Writes a whole file in the place of the one that is there: at every moment it is one or the other. */
  write(name: string, bytes: Uint8Array): Promise<void>
  /** Takes a file away; one that is gone already is no failure. */
  remove(name: string): Promise<void>
}

/** The programs that run, as far as they are Galley's. */
export interface Processes {
  /** Names the process that asks. */
  readonly own: string
  /** Whether the process of that name still runs; `elsewhere` when it is another machine's. */
  stateOf(owner: string): 'running' | 'gone' | 'elsewhere'
}
