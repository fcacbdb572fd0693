import { $isCodeNode } from '@lexical/code-core'
import { $isListItemNode } from '@lexical/list'
import { $findMatchingParent } from '@lexical/utils'
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'

/**
 * Tab moves list items in and out, wherever in them the caret stands, and types a tab in code. In
 * plain text it does nothing: an indented paragraph would be read as code. Escape, then Tab, leaves
 * the page; Escape alone leaves the caret where it is, since who goes on typing must lose no letter.
 */
export const TabExtension = defineExtension({
  name: 'galley/tab',
  register: (editor) => {
    let isLeaving = false
    return mergeRegister(
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          isLeaving = true
          return $isRangeSelection($getSelection())
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        ({ key }) => {
          if (key !== 'Escape' && key !== 'Tab' && key !== 'Shift') isLeaving = false
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        ({ target }) => {
          // Handled, and not prevented: the browser takes the focus on. So it does from a figure's fields.
          const isElsewhere = Boolean(target) && target !== editor.getRootElement()
          const leaves = isLeaving || isElsewhere
          isLeaving = false
          return leaves
        },
        COMMAND_PRIORITY_HIGH,
      ),
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
    )
  },
})
