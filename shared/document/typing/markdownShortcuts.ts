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
  type TextNode,
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
const PAIRS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '»': '«',
}

/** Signs that a backslash before them makes mere characters. A bracket waits for what follows it. */
const ESCAPED = new Set([...'*_~`#>+-'])

/** A sign after a backslash is meant as it stands: the backslash goes. */
function $applyEscape(node: TextNode, offset: number): boolean {
  const text = node.getTextContent()
  if (text[offset - 2] !== '\\' || text[offset - 3] === '\\') return false
  node.spliceText(offset - 2, 1, '', false)
  node.select(offset - 1, offset - 1)
  return true
}

/** The sign of a block after a backslash, up to the space that would make it one. */
const ESCAPED_BLOCK = /^\\(?:#{1,6}|[-+*>]|\d{1,9}\\?[.)]|\[[ xX]?\]) $/

function registerTyped(editor: LexicalEditor): () => void {
  return onTyped(editor, ({ node, offset, character }) => {
    const isSpace = character === ' '
    const start = node.__text.slice(0, offset)
    if (isSpace && start.startsWith('\\') && ESCAPED_BLOCK.test(start)) {
      convert(node, (now) => {
        now.spliceText(0, 1, '', false)
        now.select(offset - 1, offset - 1)
        return true
      })
      return
    }
    // At the start of a line the backslash stays until the space: the sign may be one of a block.
    if (ESCAPED.has(character) && offset > 2 && node.__text[offset - 2] === '\\') {
      convert(node, (now) => $applyEscape(now, offset))
      return
    }
    if (isSpace ? offset > LONGEST_SIGN : !CLOSERS.has(character)) return
    const prefix = node.__text.slice(0, offset)
    const sign = isSpace ? readBlockSign(prefix) : null
    if (isSpace && sign === null) return
    convert(node, (now) => {
      if (sign !== null) return $applyBlockSign(now, offset, sign)
      return character === ']'
        ? $applyNoteSign(now, offset)
        : $applyInlineSign(now, offset, character)
    })
  })

  function convert(node: TextNode, $apply: (now: TextNode) => boolean): void {
    editor.update(() => {
      const now = $getNodeByKey(node.getKey())
      if (!$isTextNode(now) || now.hasFormat('code') || $isCodeNode(now.getParent())) return
      if ($apply(now)) $markConversion()
    })
  }
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
  if (format !== undefined) {
    for (const each of formatsToToggle(format, (is) => selection.hasFormat(is))) {
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, each)
    }
    return true
  }
  const close = PAIRS[sign]
  return close !== undefined && $surround(sign, close)
}

/** The sign typed once is italic, twice bold, three times both; a second tilde changes nothing. */
function formatsToToggle(
  format: TextFormatType,
  has: (format: TextFormatType) => boolean,
): readonly TextFormatType[] {
  if (format === 'strikethrough') return has(format) ? [] : [format]
  if (format !== 'italic') return [format]
  if (has('italic')) return ['bold', 'italic']
  return ['italic']
}

/** Puts signs around what is selected, which stays selected. */
export function $surround(open: string, close: string): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
  const [first, last] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const [start, end] = [first.getNode(), last.getNode()]
  if (!$isTextNode(start) || !$isTextNode(end)) return false
  if (start.getParent() !== end.getParent()) return false
  // Both are the selection's own points, which move while it is set.
  const [from, to] = [first.offset + 1, last.offset + (start.is(end) ? 1 : 0)]
  end.spliceText(last.offset, 0, close)
  start.spliceText(first.offset, 0, open)
  first.set(start.getKey(), from, 'text')
  last.set(end.getKey(), to, 'text')
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
