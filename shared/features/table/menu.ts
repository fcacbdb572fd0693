import { INSERT_TABLE_COMMAND } from '@lexical/table'
import type { LexicalEditor } from 'lexical'
import type { Action } from '../feature'
import {
  $alignColumn,
  $deleteColumn,
  $deleteRow,
  $insertColumn,
  $insertRow,
  $moveColumn,
  $moveRow,
  editTable,
} from './edit'

type Edit = Parameters<typeof editTable>[1]

function edit(
  name: string,
  label: string,
  icon: string,
  $edit: Edit,
  keywords: readonly string[] = [],
): Action {
  return {
    name: `table.${name}`,
    label,
    keywords: ['table', ...keywords],
    icon,
    group: 'table',
    run: (editor: LexicalEditor) => editTable(editor, $edit),
  }
}

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
  edit('rowAbove', 'Row above', 'between-horizontal-end', $insertRow(0), ['insert', 'add']),
  edit('rowBelow', 'Row below', 'between-horizontal-start', $insertRow(1), ['insert', 'add']),
  edit('columnBefore', 'Column before', 'between-vertical-end', $insertColumn(0), [
    'insert',
    'add',
    'left',
  ]),
  edit('columnAfter', 'Column after', 'between-vertical-start', $insertColumn(1), [
    'insert',
    'add',
    'right',
  ]),
  edit('rowUp', 'Move row up', 'arrow-up', $moveRow(-1)),
  edit('rowDown', 'Move row down', 'arrow-down', $moveRow(1)),
  edit('columnBack', 'Move column back', 'arrow-left', $moveColumn(-1), ['left']),
  edit('columnOn', 'Move column on', 'arrow-right', $moveColumn(1), ['right']),
  edit('alignLeft', 'Align column left', 'align-left', $alignColumn('left')),
  edit('alignCenter', 'Align column centre', 'align-center', $alignColumn('center'), ['center']),
  edit('alignRight', 'Align column right', 'align-right', $alignColumn('right'), ['numbers']),
  edit('deleteRow', 'Delete row', 'trash-2', $deleteRow, ['remove']),
  edit('deleteColumn', 'Delete column', 'trash-2', $deleteColumn, ['remove']),
]
