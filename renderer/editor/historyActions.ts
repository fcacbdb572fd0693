import { REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { Action } from '../../shared/features/feature'

export const historyActions: readonly Action[] = [
  {
    name: 'history.undo',
    label: 'Undo',
    keywords: ['back', 'revert'],
    icon: 'undo-2',
    shortcuts: { document: ['Mod+Z'] },
    group: 'history',
    run: (editor) => {
      editor.dispatchCommand(UNDO_COMMAND, undefined)
    },
  },
  {
    name: 'history.redo',
    label: 'Redo',
    keywords: ['again'],
    icon: 'redo-2',
    shortcuts: { document: ['Mod+Shift+Z', 'Mod+Y'] },
    group: 'history',
    run: (editor) => {
      editor.dispatchCommand(REDO_COMMAND, undefined)
    },
  },
]
