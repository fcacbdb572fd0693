import { $isCodeNode } from '@lexical/code-core'
import { $isListItemNode } from '@lexical/list'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'

/**
 * Tab moves list items in and out, wherever in them the caret stands, and types a tab in code. In
 * plain text it does nothing: an indented paragraph would be read as code. Escape, then Tab, leaves.
 */
export const TabExtension = defineExtension({
  name: 'galley/tab',
  register: (editor) =>
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return false
        const at = selection.anchor.getNode()
        if ($findMatchingParent(at, $isCodeNode)) return false
        if ($findMatchingParent(at, (node) => node.getType() === 'tablecell')) return false
        event.preventDefault()
        const isList = selection
          .getNodes()
          .some((node) => $findMatchingParent(node, $isListItemNode))
        if (isList) {
          editor.dispatchCommand(
            event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
            undefined,
          )
        }
        return true
      },
      COMMAND_PRIORITY_LOW,
    ),
})
