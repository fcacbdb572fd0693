import type { Root } from './fileStore'

export interface BrowsedFolder {
  readonly path: Root
  readonly parent: Root | null
  readonly children: readonly {
    readonly path: Root
    readonly name: string
    /** Markdown files directly in it. */
    readonly articles: number
  }[]
}

/** Folders outside a library: where one is looked for. Tells names only, never a file's content. */
export interface Folders {
  /** The folder a path leads to, with links resolved; fails when it is none or cannot be read. */
  open(path: string): Promise<Root>
  browse(path: Root, accepts: { isArticle(name: string): boolean }): Promise<BrowsedFolder>
  /** Makes a folder (and those on the way) unless it is there. */
  ensure(path: string): Promise<Root>
  /** Makes a new folder inside another; `conflict` when the name is taken. */
  create(parent: Root, name: string): Promise<Root>
  child(parent: Root, name: string): string
  /** Last part of the path. */
  name(path: Root): string
  /** The path for a person to read, the home folder written `~`. */
  display(path: string): string
  /** The folder that holds a file anywhere on disk, and the file's place in it. */
  locate(file: string): Promise<{ readonly folder: Root; readonly fileName: string }>
  /** Whether `path` lies in `root`, and where. */
  within(root: Root, path: Root): string | null
}
