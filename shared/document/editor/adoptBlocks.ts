import { $generateNodesFromMdast } from '@lexical/mdast'
import { diffArrays } from 'diff'
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $isParagraphNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical'
import type { Root } from 'mdast'
import { $carryCaret } from './carryCaret'

/** Beyond this many differing blocks two texts are taken to have none in common. */
const MAX_EDITS = 4000

/** A block as it stands in the editor; `null` for one without text, such as an empty paragraph. */
export interface StandingBlock {
  readonly key: NodeKey
  readonly markdown: string | null
}

/** For each wanted block the standing one that says the same, in order; `null` where none does. */
export function keptBlocks(
  standing: readonly StandingBlock[],
  wanted: readonly string[],
  mayKeep: (markdown: string) => boolean,
): readonly (NodeKey | null)[] {
  const written = standing.flatMap(({ key, markdown }) =>
    markdown === null ? [] : [{ key, markdown }],
  )
  const kept: (NodeKey | null)[] = wanted.map(() => null)
  const changes = diffArrays(
    written.map(({ markdown }) => markdown),
    [...wanted],
    { maxEditLength: MAX_EDITS },
  )
  let from = 0
  let to = 0
  for (const { value, added, removed } of changes ?? []) {
    if (added) to += value.length
    else if (removed) from += value.length
    else {
      for (const markdown of value) {
        const block = written[from++]
        if (block !== undefined && mayKeep(markdown)) kept[to] = block.key
        to++
      }
    }
  }
  return kept
}

/** A block that is to stand in the editor: one that does already, or a new one. */
export type WantedBlock = { readonly kept: NodeKey } | { readonly node: LexicalNode }

/**
 * Puts a prepared body into the editor in the place of what is there, all but the blocks that are
 * kept. The keys of the file's blocks in order; `null` if the editor joined or dropped some, and
 * then it is of no more use.
 */
export function exchangeBlocks(
  editor: LexicalEditor,
  prepared: Root,
  { kept, focused }: { readonly kept: readonly (NodeKey | null)[]; readonly focused: boolean },
): readonly NodeKey[] | null {
  const keys: NodeKey[] = []
  let isComplete = true
  editor.update(
    () => {
      const nodes = $generateNodesFromMdast(prepared)
      isComplete = nodes.length === prepared.children.length
      if (!isComplete) return
      let entry = 0
      $putBlocks(
        nodes.map((node, index): WantedBlock => {
          // What a feature adds between blocks has no place in the file.
          if (prepared.children[index]?.position === undefined) return { node }
          const known = kept[entry++] ?? null
          keys.push(known ?? node.getKey())
          return known === null ? { node } : { kept: known }
        }),
      )
    },
    {
      discrete: true,
      tag: [
        HISTORY_PUSH_TAG,
        SKIP_SCROLL_INTO_VIEW_TAG,
        ...(focused ? [] : [SKIP_DOM_SELECTION_TAG]),
      ],
    },
  )
  if (!isComplete) return null
  const stand = new Set(editor.getEditorState().read(() => $getRoot().getChildrenKeys()))
  return keys.every((key) => stand.has(key)) ? keys : null
}

/**
 * Makes the editor's blocks the wanted ones and touches no other: those that stay keep their nodes,
 * their elements and the caret. Empty paragraphs stay as well, a person may be about to write there.
 */
function $putBlocks(wanted: readonly WantedBlock[]): void {
  const root = $getRoot()
  const stays = new Set(wanted.flatMap((block) => ('kept' in block ? [block.kept] : [])))
  const before = root.getChildren()
  const going = before.filter((node) => !stays.has(node.getKey()) && !$isEmptyParagraph(node))
  const restoreCaret = $carryCaret(before, { going: new Set(going), wanted })

  let previous: LexicalNode | null = null
  for (const block of wanted) {
    const node: LexicalNode | null = 'node' in block ? block.node : $getNodeByKey(block.kept)
    if (node === null) continue
    if ('node' in block) {
      if (previous !== null) previous.insertAfter(node, false)
      else {
        const first = root.getFirstChild()
        if (first === null) root.append(node)
        else first.insertBefore(node, false)
      }
    }
    previous = node
  }
  for (const node of going) node.remove(true)
  if (root.isEmpty()) root.append($createParagraphNode())
  restoreCaret()
}

function $isEmptyParagraph(node: LexicalNode): boolean {
  return $isParagraphNode(node) && node.isEmpty()
}
