import { applyTo, createInode, type Inode, type NameChange } from './modelInode'

/**
 * Every state in which a disk may be found after the power failed: any of the changes of names that
 * were not synced happened or did not, and a file that was not synced holds its old bytes, its new
 * ones, a part of them, some of each, or zeros.
 */
export function* statesAfterPowerLoss(
  root: Inode,
  unsynced: readonly NameChange[],
): Iterable<Inode> {
  for (let chosen = 0; chosen < 2 ** unsynced.length; chosen++) {
    const happened = unsynced.filter((_, index) => (chosen & (2 ** index)) !== 0)
    const files = new Map<Inode, readonly Uint8Array[]>()
    gather(root, happened, files)
    yield* withBytes(root, happened, [...files], new Map())
  }
}

function entriesAfter(folder: Inode, happened: readonly NameChange[]): Map<string, Inode> {
  const entries = new Map(folder.durableEntries)
  for (const change of happened) if (change.folder === folder) applyTo(entries, change)
  return entries
}

function gather(
  node: Inode,
  happened: readonly NameChange[],
  files: Map<Inode, readonly Uint8Array[]>,
): void {
  if (node.kind === 'file') files.set(node, possibleBytes(node))
  if (node.kind !== 'folder') return
  for (const child of entriesAfter(node, happened).values()) gather(child, happened, files)
}

function possibleBytes({ bytes, durable }: Inode): readonly Uint8Array[] {
  if (bytes === durable) return [bytes]
  const half = Math.floor(bytes.length / 2)
  const mixed = new Uint8Array(Math.max(bytes.length, durable.length))
  mixed.set(durable)
  mixed.set(bytes.subarray(0, half))
  const holed = new Uint8Array(bytes.length)
  holed.set(bytes.subarray(half), half)
  return [durable, bytes, bytes.subarray(0, half), new Uint8Array(bytes.length), mixed, holed]
}

function* withBytes(
  root: Inode,
  happened: readonly NameChange[],
  files: readonly (readonly [Inode, readonly Uint8Array[]])[],
  chosen: ReadonlyMap<Inode, Uint8Array>,
): Iterable<Inode> {
  const [first, ...rest] = files
  if (first === undefined) {
    yield copyOf(root, happened, chosen, new Map())
    return
  }
  const [file, possible] = first
  for (const bytes of possible) {
    yield* withBytes(root, happened, rest, new Map([...chosen, [file, bytes]]))
  }
}

/** A tree of its own: what a start after the power loss does to it is not seen by the next state. */
function copyOf(
  node: Inode,
  happened: readonly NameChange[],
  chosen: ReadonlyMap<Inode, Uint8Array>,
  copies: Map<Inode, Inode>,
): Inode {
  const known = copies.get(node)
  if (known) return known
  const copy = createInode(node.kind, chosen.get(node) ?? node.bytes)
  copies.set(node, copy)
  copy.durable = copy.bytes
  copy.mode = node.mode
  if (node.kind !== 'folder') return copy
  for (const [name, child] of entriesAfter(node, happened)) {
    const copied = copyOf(child, happened, chosen, copies)
    copy.entries.set(name, copied)
    copy.durableEntries.set(name, copied)
  }
  return copy
}
