import {
  $getNodeByKey,
  $getState,
  $isTextNode,
  $setState,
  createState,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical'

/**
 * What keeps two runs of one text apart on the page, so that something can be drawn between them.
 * It is never read from elsewhere, so that a copy does not carry it.
 */
const gapState = createState('gap', { parse: (): number => 0 })

/** On an update that parts or joins runs: the text is the same before and after. */
export const GAP_TAG = 'galley-gap'

/** For runs of text, the letters before which something stands; 0 keeps a run apart from the one before. */
export type Gaps = ReadonlyMap<NodeKey, readonly number[]>

let latest = 0

/** The gaps as they stand already, for those runs that can have any. */
function $isAsWanted(key: NodeKey, places: readonly number[]): boolean {
  const node = $getNodeByKey(key)
  if (!$isTextNode(node) || !node.isSimpleText()) return true
  const inner = places.some((place) => place > 0 && place < node.getTextContentSize())
  return !inner && ($getState(node, gapState) === 0 || places.includes(0))
}

/**
 * Parts and joins runs of text so that each gap lies between two of them. No letter, no selection
 * and no step of undo changes. `false` when all stood as wanted.
 */
export function setGaps(editor: LexicalEditor, gaps: Gaps, keepsFocus: boolean): boolean {
  const isDone = editor
    .getEditorState()
    .read(() => [...gaps].every(([key, places]) => $isAsWanted(key, places)))
  if (isDone) return false
  // What waits to be drawn is drawn first: it is no part of this update.
  editor.update(() => undefined, { discrete: true })
  editor.update(
    () => {
      for (const [key, places] of gaps) $partRun(key, places)
    },
    {
      discrete: true,
      tag: [
        GAP_TAG,
        HISTORY_MERGE_TAG,
        SKIP_SCROLL_INTO_VIEW_TAG,
        ...(keepsFocus ? [] : [SKIP_DOM_SELECTION_TAG]),
      ],
    },
  )
  return true
}

function $partRun(key: NodeKey, places: readonly number[]): void {
  const node = $getNodeByKey(key)
  if (!$isTextNode(node) || !node.isSimpleText()) return
  if ($getState(node, gapState) !== 0 && !places.includes(0)) $setState(node, gapState, 0)
  const size = node.getTextContentSize()
  const inner = places.filter((place) => place > 0 && place < size)
  if (inner.length === 0) return
  const [, ...later] = node.splitText(...inner)
  for (const run of later) $setState(run, gapState, ++latest)
}
