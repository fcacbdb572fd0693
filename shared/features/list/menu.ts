import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list'
import {
  INDENT_CONTENT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import type { Action, CaretState } from '../feature'

const KINDS = ['bullet', 'number', 'check'] as const
type Kind = (typeof KINDS)[number]

/** The kind of the innermost list at the caret. */
function kindAt(state: CaretState): string | undefined {
  return state.blocks.find((block) => KINDS.some((kind) => kind === block))
}

function listAction(
  kind: Kind,
  command: LexicalCommand<void>,
  entry: Pick<Action, 'label' | 'keywords' | 'icon' | 'shortcuts'>,
): Action {
  const isActive = (state: CaretState): boolean => kindAt(state) === kind
  return {
    ...entry,
    name: `list.${kind}`,
    group: 'block',
    inToolbar: true,
    run: (editor: LexicalEditor, host) => {
      editor.dispatchCommand(isActive(host.caret()) ? REMOVE_LIST_COMMAND : command, undefined)
    },
    isActive,
  }
}

export const listActions: readonly Action[] = [
  listAction('bullet', INSERT_UNORDERED_LIST_COMMAND, {
    label: 'Bulleted list',
    keywords: ['unordered', 'points', '-'],
    icon: 'list',
    shortcuts: { document: ['Mod+Shift+8'] },
  }),
  listAction('number', INSERT_ORDERED_LIST_COMMAND, {
    label: 'Numbered list',
    keywords: ['ordered', 'steps', '1.'],
    icon: 'list-ordered',
    shortcuts: { document: ['Mod+Shift+7'] },
  }),
  listAction('check', INSERT_CHECK_LIST_COMMAND, {
    label: 'Task list',
    keywords: ['to do', 'checkbox', '[ ]'],
    icon: 'list-todo',
    shortcuts: { document: ['Mod+Shift+9'] },
  }),
  {
    name: 'list.indent',
    label: 'Indent',
    keywords: ['nest', 'deeper'],
    icon: 'indent-increase',
    shortcuts: { document: ['Mod+]'] },
    group: 'edit',
    run: (editor) => {
      editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
    },
  },
  {
    name: 'list.outdent',
    label: 'Outdent',
    keywords: ['lift', 'shallower'],
    icon: 'indent-decrease',
    shortcuts: { document: ['Mod+['] },
    group: 'edit',
    run: (editor) => {
      editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
    },
  },
]
