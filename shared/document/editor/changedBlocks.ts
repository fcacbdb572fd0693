import type { EditorState, NodeKey, NodeMap, UpdateListenerPayload } from 'lexical'

type Update = Pick<
  UpdateListenerPayload,
  'dirtyElements' | 'dirtyLeaves' | 'editorState' | 'prevEditorState'
>

/** The key of the top-level block that a node stands in; null for the root and for detached nodes. */
function blockOf(key: NodeKey, nodes: NodeMap): NodeKey | null {
  let node = nodes.get(key)
  while (node && node.__parent !== 'root') {
    if (node.__parent === null) return null
    node = nodes.get(node.__parent)
  }
  return node?.__key ?? null
}

/** Every top-level block that an update changed, added or removed. */
export function changedBlocks(update: Update): ReadonlySet<NodeKey> {
  const { dirtyElements, dirtyLeaves, editorState, prevEditorState } = update
  const [onlyDirty] = dirtyElements.keys()
  // A whole state put in place (undo, redo) marks nothing but the root: the states must be compared.
  if (dirtyElements.size === 1 && dirtyLeaves.size === 0 && onlyDirty === 'root') {
    return differingBlocks(editorState, prevEditorState)
  }
  const blocks = new Set<NodeKey>()
  for (const key of [...dirtyElements.keys(), ...dirtyLeaves]) {
    // One that was taken into another block is changed from here on without being a block itself.
    const states = [editorState, prevEditorState]
    if (states.some(({ _nodeMap }) => _nodeMap.get(key)?.__parent === 'root')) blocks.add(key)
  }
  return blocks
}

function differingBlocks(current: EditorState, previous: EditorState): ReadonlySet<NodeKey> {
  const blocks = new Set<NodeKey>()
  const add = (key: NodeKey, nodes: NodeMap): void => {
    const block = blockOf(key, nodes)
    if (block !== null) blocks.add(block)
  }
  for (const [key, node] of current._nodeMap) {
    if (previous._nodeMap.get(key) === node) continue
    add(key, current._nodeMap)
    add(key, previous._nodeMap)
  }
  for (const key of previous._nodeMap.keys()) {
    if (!current._nodeMap.has(key)) add(key, previous._nodeMap)
  }
  return blocks
}
