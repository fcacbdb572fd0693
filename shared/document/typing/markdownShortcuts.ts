import { $isCodeNode } from '@lexical/code-core'
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  type TextFormatType,
} from 'lexical'
import { $applyBlockSign, $applyLineSign, readBlockSign } from './blockShortcuts'
import { $markConversion, onTyped, registerTakingBack } from './conversion'
import { $applyInlineSign } from './inlineShortcuts'
import { $applyNoteSign } from './noteShortcut'

/** The longest sign that starts a block, `999999999. `; further to the right a space means nothing. */
const LONGEST_SIGN = 11

const CLOSERS = new Set(['*', '_', '~', '`', ')', ']'])

/** Signs that format what is selected instead of replacing it. */
const FORMATS: Readonly<Record<string, TextFormatType>> = {
  '*': 'italic',
  _: 'italic',
  '~': 'strikethrough',
  '`': 'code',
}

/** Signs that are put around what is selected. */
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' }

function registerTyped(editor: LexicalEditor): () => void {
  return onTyped(editor, ({ node, offset, character }) => {
    const isSpace = character === ' '
    if (isSpace ? offset > LONGEST_SIGN : !CLOSERS.has(character)) return
    const prefix = node.__text.slice(0, offset)
    const sign = isSpace ? readBlockSign(prefix) : null
    if (isSpace && sign === null) return
    editor.update(() => {
      const now = $getNodeByKey(node.getKey())
      if (!$isTextNode(now) || now.hasFormat('code') || $isCodeNode(now.getParent())) return
      const done =
        sign === null
          ? character === ']'
            ? $applyNoteSign(now, offset)
            : $applyInlineSign(now, offset, character)
          : $applyBlockSign(now, offset, sign)
      if (done) $markConversion()
    })
  })
}

/** Enter after a line that is only a sign. */
function $convertLine(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || selection.anchor.offset !== node.getTextContentSize()) return false
  const block = node.getParent()
  if (!$isElementNode(block) || block.getLastChild() !== node) return false
  if (!$applyLineSign(block)) return false
  $markConversion()
  return true
}

/** A sign typed over a selection goes around it. */
function $wrapSelection(editor: LexicalEditor, sign: string): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  const isInCode = selection
    .getNodes()
    .some((node) => $isCodeNode(node) || $isCodeNode(node.getParent()))
  if (isInCode) return false
  const format = FORMATS[sign]
  if (format !== undefined) return editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)
  const close = PAIRS[sign]
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const [start, end] = [first.getNode(), last.getNode()]
  if (close === undefined || !$isTextNode(start) || !$isTextNode(end)) return false
  if (start.getParent() !== end.getParent()) return false
  end.spliceText(last.offset, 0, close)
  start.spliceText(first.offset, 0, sign)
  const shift = start.is(end) ? 1 : 0
  selection.anchor.set(start.getKey(), first.offset + 1, 'text')
  selection.focus.set(end.getKey(), last.offset + shift, 'text')
  return true
}

/** Markdown becomes what it means while it is typed; never in code, in a paste, in a composition or in an undo. */
export const MarkdownShortcutsExtension = defineExtension({
  name: 'galley/markdown-shortcuts',
  register: (editor) =>
    mergeRegister(
      registerTyped(editor),
      registerTakingBack(editor),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event?.shiftKey || event?.isComposing || !$convertLine()) return false
          event?.preventDefault()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CONTROLLED_TEXT_INSERTION_COMMAND,
        (input) => typeof input === 'string' && $wrapSelection(editor, input),
        COMMAND_PRIORITY_LOW,
      ),
    ),
})
