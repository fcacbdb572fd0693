import type { Revision } from '../../shared/domain/article'

/** An opened folder, as the host writes its path; symbolic links in it are resolved. */
export type Root = string & { readonly __brand: 'Root' }

/** A place in a root: `/` between parts, no `.` or `..`, `''` for the root itself. */
export type FilePath = string

/** What can be told of a file without reading it. */
export interface FileState {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modified: number
  /** Changes whenever the file may have; equal stamps mean that reading again would be wasted. */
  readonly stamp: string
  /** Names the file itself, which keeps it when it is renamed; absent where the disk cannot tell. */
  readonly file?: string
}

export interface FoundFile extends FileState {
  readonly path: FilePath
  /** Why it will not be opened, in a sentence: a link that leaves the folder, say. */
  readonly problem?: string
}

export interface Listing {
  readonly files: readonly FoundFile[]
  readonly folders: readonly FilePath[]
  /** Sentences about folders that could not be read. */
  readonly problems: readonly string[]
}

export interface ListFilter {
  acceptsFile(name: string): boolean
  acceptsFolder(name: string): boolean
}

export interface ReadFile extends FileState {
  readonly bytes: Uint8Array
  readonly revision: Revision
  /** Why a write would be refused, in a sentence; absent when it may be written. */
  readonly readOnly?: string
}

export interface Written extends FileState {
  readonly revision: Revision
}

/**
 * Files inside opened folders. Every path is taken within its root, and one that leads out of it,
 * by its parts or through a symbolic link, is `denied`. Failures are `AppError`s that name the file.
 */
export interface FileStore {
  /** The revision of a file that has these bytes. */
  revisionOf(bytes: Uint8Array): Revision
  /** Every file and folder under a root that the filter accepts; links to folders are not followed. */
  list(root: Root, filter: ListFilter): Promise<Listing>
  /** `null` when there is nothing. */
  stat(root: Root, path: FilePath): Promise<(FileState & { readonly isFolder: boolean }) | null>
  /** `invalid` (details: `reason: 'too-large'`) for a file over `maxBytes`, unread. */
  read(root: Root, path: FilePath, limit: { readonly maxBytes: number }): Promise<ReadFile>
  /** Finds out now what the first save of a file would have to wait for; fails silently. */
  foresee(root: Root, path: FilePath): Promise<void>
  /**
   * Writes a new file, whose name appears with all of its bytes; `conflict` when anything has that
   * name already. It outlasts a power loss when the promise resolves, or `later`, once `settle` has.
   */
  create(root: Root, path: FilePath, bytes: Uint8Array, lasting?: 'now' | 'later'): Promise<Written>
  /** Makes files last that were created for `later`: many together cost less than one by one. */
  settle(root: Root, paths: readonly FilePath[]): Promise<void>
  /**
   * Writes `bytes` if the file's are still those of `expected`, else `conflict` (details: `theirs`).
   * The file holds the old or the new bytes at every moment; the promise resolves when the new ones
   * are on the disk. The same bytes again touch nothing.
   */
  replace(root: Root, path: FilePath, bytes: Uint8Array, expected: Revision): Promise<Written>
  /** Renames within the root; `conflict` when the new name is taken, and nothing is ever overwritten. */
  move(root: Root, from: FilePath, to: FilePath): Promise<void>
  /** Also makes the folders on the way; one that is there already is left alone. */
  makeFolder(root: Root, path: FilePath): Promise<void>
  /** Takes away a file that Galley itself made. */
  remove(root: Root, path: FilePath): Promise<void>
}
