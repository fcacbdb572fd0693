import { $isCodeNode } from '@lexical/code-core'
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { quoteStyle, smarten } from '../../text/typography'
import { $markConversion, onTyped } from './conversion'
import { $surround } from './markdownShortcuts'

/** How far back a quotation may have been opened and still be seen. */
const LOOK_BACK = 400

const MAY_FIRE = /["'.\d]/

/**
 * Straight quotation marks, double hyphens and three dots become what the article's language prints,
 * except in code. `lang` gives the language, or null to leave what is typed; it is asked only when
 * something could be replaced.
 */
export function registerSmartTyping(editor: LexicalEditor, lang: () => string | null): () => void {
  return mergeRegister(registerQuoting(editor, lang), registerReplacing(editor, lang))
}

/** A quotation mark typed over a selection goes around it, as the language prints it. */
function registerQuoting(editor: LexicalEditor, lang: () => string | null): () => void {
  return editor.registerCommand(
    CONTROLLED_TEXT_INSERTION_COMMAND,
    (input) => {
      if (input !== '"' && input !== "'") return false
      const selection = $getSelection()
      if (!$isRangeSelection(selection) || selection.isCollapsed()) return false
      if (selection.getNodes().some((node) => $isCodeNode(node) || $isCodeNode(node.getParent()))) {
        return false
      }
      const language = lang()
      const { double, single } = quoteStyle(language ?? 'en')
      const [open, close] = language === null ? [input, input] : input === '"' ? double : single
      return $surround(open, close)
    },
    COMMAND_PRIORITY_LOW,
  )
}

function registerReplacing(editor: LexicalEditor, lang: () => string | null): () => void {
  return onTyped(editor, ({ node, offset, character }) => {
    const text = node.__text.slice(Math.max(0, offset - LOOK_BACK), offset)
    if (!MAY_FIRE.test(character) && !text.slice(0, -1).endsWith('--')) return
    const language = lang()
    if (language === null) return
    editor.update(() => {
      const now = $getNodeByKey(node.getKey())
      if (!$isTextNode(now) || now.hasFormat('code') || !now.isSimpleText()) return
      if ($isCodeNode(now.getParent())) return
      const before = now.getPreviousSibling()
      // The mark after a bold word closes: the word stands in a node of its own.
      const context = $isTextNode(before) ? before.getTextContent().slice(-LOOK_BACK) : ''
      const replacement = smarten(context + text, language)
      if (replacement === null || replacement.remove > offset) return
      const start = offset - replacement.remove
      now.spliceText(start, replacement.remove, replacement.insert, true)
      $markConversion()
    })
  })
}
