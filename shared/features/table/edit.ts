import {
  $createTableCellNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
  type TableNode,
  type TableRowNode,
} from '@lexical/table'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createParagraphNode,
  $getSelection,
  $getState,
  $setState,
  type LexicalEditor,
} from 'lexical'
import type { AlignType } from 'mdast'
import { alignState } from './node'

/** Where in a table the caret is. */
interface Place {
  readonly table: TableNode
  readonly rows: readonly TableRowNode[]
  readonly row: number
  readonly column: number
}

function $place(): Place | null {
  const node = $getSelection()?.getNodes()[0]
  const cell = node === undefined ? null : $findMatchingParent(node, $isTableCellNode)
  const row = cell?.getParent()
  const table = row?.getParent()
  if (cell === null || !$isTableRowNode(row) || !$isTableNode(table)) return null
  const rows = table.getChildren().filter($isTableRowNode)
  const column = row.getChildren().findIndex((each) => each.is(cell))
  return { table, rows, row: rows.findIndex((each) => each.is(row)), column }
}

function $cells(row: TableRowNode): readonly TableCellNode[] {
  return row.getChildren().filter($isTableCellNode)
}

function $emptyCell(): TableCellNode {
  return $createTableCellNode(TableCellHeaderStates.NO_STATUS).append($createParagraphNode())
}

/** Markdown's head is the first row, whichever that now is. */
function $setHead(table: TableNode): void {
  table
    .getChildren()
    .filter($isTableRowNode)
    .forEach((row, index) => {
      const state = index === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
      for (const cell of $cells(row)) {
        if (cell.getHeaderStyles() !== state) cell.setHeaderStyles(state)
      }
    })
}

function $alignments({ table, rows }: Place): AlignType[] {
  const width = rows[0]?.getChildrenSize() ?? 0
  const known = $getState(table, alignState)
  return Array.from({ length: width }, (_, index) => known[index] ?? null)
}

function $select(row: TableRowNode | undefined, column: number): void {
  const cells = row === undefined ? [] : $cells(row)
  const cell = cells[Math.min(column, cells.length - 1)]
  cell?.selectStart()
}

type Edit = (place: Place) => void

/** Edits the table at the caret; elsewhere it does nothing. */
export function editTable(editor: LexicalEditor, $edit: Edit): void {
  editor.update(() => {
    const place = $place()
    if (place === null) return
    $edit(place)
    if (place.table.isAttached()) $setHead(place.table)
  })
}

export const $insertRow =
  (by: 0 | 1): Edit =>
  ({ rows, row, column }) => {
    const at = rows[row]
    if (at === undefined) return
    const added = $createTableRowNode().append(...$cells(at).map($emptyCell))
    if (by === 0) at.insertBefore(added)
    else at.insertAfter(added)
    $select(added, column)
  }

export const $insertColumn =
  (by: 0 | 1): Edit =>
  (place) => {
    const { table, rows, row, column } = place
    const align = $alignments(place)
    for (const each of rows) {
      const at = $cells(each)[column]
      if (by === 0) at?.insertBefore($emptyCell())
      else at?.insertAfter($emptyCell())
    }
    align.splice(column + by, 0, null)
    $setState(table, alignState, align)
    $select(rows[row], column + by)
  }

export const $moveRow =
  (by: 1 | -1): Edit =>
  ({ rows, row }) => {
    const [at, other] = [rows[row], rows[row + by]]
    if (at === undefined || other === undefined) return
    // The neighbour is what moves, so that the caret stays where it is.
    if (by === 1) at.insertBefore(other)
    else at.insertAfter(other)
  }

export const $moveColumn =
  (by: 1 | -1): Edit =>
  (place) => {
    const { table, rows, column } = place
    const align = $alignments(place)
    if (column + by < 0 || column + by >= align.length) return
    for (const each of rows) {
      const cells = $cells(each)
      const [at, other] = [cells[column], cells[column + by]]
      if (at === undefined || other === undefined) continue
      if (by === 1) at.insertBefore(other)
      else at.insertAfter(other)
    }
    const [moved = null] = align.splice(column, 1)
    align.splice(column + by, 0, moved)
    $setState(table, alignState, align)
  }

export const $deleteRow: Edit = ({ table, rows, row, column }) => {
  if (rows.length === 1) $deleteTable(table)
  else {
    rows[row]?.remove()
    $select(rows[row + 1] ?? rows[row - 1], column)
  }
}

export const $deleteColumn: Edit = (place) => {
  const { table, rows, row, column } = place
  const align = $alignments(place)
  if (align.length === 1) {
    $deleteTable(table)
    return
  }
  for (const each of rows) $cells(each)[column]?.remove()
  align.splice(column, 1)
  $setState(table, alignState, align)
  $select(rows[row], column)
}

function $deleteTable(table: TableNode): void {
  const line = $createParagraphNode()
  table.replace(line)
  line.select()
}

/** Aligns the column at the caret; asked for again, it is as the reader's program has it. */
export const $alignColumn =
  (to: NonNullable<AlignType>): Edit =>
  (place) => {
    const align = $alignments(place)
    align[place.column] = align[place.column] === to ? null : to
    $setState(place.table, alignState, align)
  }
