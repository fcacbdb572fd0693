import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_END_TAG,
  type EditorState,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_BACKSPACE_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_TAG,
  type TextNode,
  UNDO_COMMAND,
  type UpdateListenerPayload,
} from 'lexical'

/** Marks an update that turned typed characters into something else. */
const CONVERSION_TAG = 'galley/conversion'

/** The character that was just typed, and the text node up to and including it. */
export interface Typed {
  readonly node: TextNode
  readonly offset: number
  readonly character: string
}

/** Call inside an update that converts what was typed: one undo then takes back only the conversion. */
export function $markConversion(): void {
  $addUpdateTag(HISTORY_PUSH_TAG)
  $addUpdateTag(CONVERSION_TAG)
}

/**
 * Reads from an update what one key press or one composition put at the caret; null for every other
 * change: a paste, an undo, a deletion, a move of the caret. Costs nothing proportional to the article.
 */
function readTyped(editor: LexicalEditor, update: UpdateListenerPayload): Typed | null {
  const { tags, dirtyLeaves, editorState, prevEditorState } = update
  if (dirtyLeaves.size === 0 || editor.isComposing()) return null
  if ([COLLABORATION_TAG, HISTORIC_TAG, PASTE_TAG, CONVERSION_TAG].some((tag) => tags.has(tag)))
    return null
  const now = editorState.read($getSelection)
  const before = prevEditorState.read($getSelection)
  if (!$isRangeSelection(now) || !now.isCollapsed() || !$isRangeSelection(before)) return null
  const { key, offset } = now.anchor
  const node = editorState._nodeMap.get(key)
  if (!$isTextNode(node) || !dirtyLeaves.has(key) || offset === 0) return null
  // A composition may put several characters, and leaves the caret where it put them.
  const isComposed = tags.has(COMPOSITION_END_TAG)
  const isOneOn = before.anchor.key === key && before.anchor.offset === offset - 1
  if (!isComposed && offset !== 1 && !isOneOn) return null
  const character = node.__text[offset - 1]
  return character === undefined ? null : { node, offset, character }
}

/** Calls back with each typed character, after the update that put it there. */
export function onTyped(editor: LexicalEditor, listener: (typed: Typed) => void): () => void {
  return editor.registerUpdateListener((update) => {
    const typed = readTyped(editor, update)
    if (typed !== null) listener(typed)
  })
}

/** Right after a conversion Backspace takes it back, so that a wrong guess costs one key. */
export function registerTakingBack(editor: LexicalEditor): () => void {
  let converted: EditorState | null = null
  return mergeRegister(
    editor.registerUpdateListener(({ tags, editorState, dirtyElements, dirtyLeaves }) => {
      if (tags.has(CONVERSION_TAG)) {
        converted = editorState
      } else if (converted !== null && (dirtyElements.size > 0 || dirtyLeaves.size > 0)) {
        converted = null
      } else if (converted !== null) {
        const [before, now] = [converted._selection, editorState._selection]
        converted = before !== null && now?.is(before) === true ? editorState : null
      }
    }),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        if (converted === null || event?.ctrlKey || event?.altKey || event?.metaKey) return false
        converted = null
        event?.preventDefault()
        editor.dispatchCommand(UNDO_COMMAND, undefined)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}
