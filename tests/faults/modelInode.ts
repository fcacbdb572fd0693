/** What a file holds: as the system shows it now, and as the platter had it at the last sync. */
export interface Inode {
  readonly ino: number
  readonly kind: 'file' | 'folder' | 'link'
  /** A file's bytes, or a link's target. */
  bytes: Uint8Array
  durable: Uint8Array
  mode: number
  changed: number
  /** A folder's entries, now and at its last sync. */
  readonly entries: Map<string, Inode>
  readonly durableEntries: Map<string, Inode>
}

/** A change of names, which reaches the platter as a whole or not at all. */
export interface NameChange {
  readonly folder: Inode
  readonly sets: readonly { readonly name: string; readonly to: Inode | null }[]
}

let inodes = 100
let ticks = 1_700_000_000_000

export function tick(): number {
  ticks += 1
  return ticks
}

export function createInode(kind: Inode['kind'], bytes: Uint8Array = new Uint8Array()): Inode {
  inodes += 1
  return {
    ino: inodes,
    kind,
    bytes,
    durable: new Uint8Array(),
    mode: kind === 'folder' ? 0o755 : 0o644,
    changed: tick(),
    entries: new Map(),
    durableEntries: new Map(),
  }
}

export function applyTo(entries: Map<string, Inode>, { sets }: NameChange): void {
  for (const { name, to } of sets) {
    if (to === null) entries.delete(name)
    else entries.set(name, to)
  }
}

/** How many names lead to a file. */
export function countNames(folder: Inode, wanted: Inode): number {
  let count = 0
  for (const node of folder.entries.values()) {
    if (node === wanted) count += 1
    count += countNames(node, wanted)
  }
  return count
}
