import { INSERT_TABLE_COMMAND } from '@lexical/table'
import type { Action } from '../feature'

export const tableActions: readonly Action[] = [
  {
    name: 'table.insert',
    label: 'Table',
    keywords: ['grid', 'rows', 'columns', '|'],
    icon: 'table',
    group: 'insert',
    run: (editor) => {
      editor.dispatchCommand(INSERT_TABLE_COMMAND, {
        rows: '3',
        columns: '3',
        includeHeaders: { rows: true, columns: false },
      })
    },
    isActive: (state) => state.blocks.includes('table'),
  },
]
