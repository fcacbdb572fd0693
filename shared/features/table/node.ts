import {
  $isTableCellNode,
  $isTableRowNode,
  TableExtension as LexicalTableExtension,
  TableCellNode,
  TableNode,
} from '@lexical/table'
import { $getState, configExtension, createState, defineExtension, mergeRegister } from 'lexical'
import type { AlignType } from 'mdast'
import { $holdLines } from './cells'

/** The alignment of each column as the delimiter row declares it. */
export const alignState = createState('align', {
  parse: (value): readonly AlignType[] =>
    Array.isArray(value)
      ? value.map((align) =>
          align === 'left' || align === 'right' || align === 'center' ? align : null,
        )
      : [],
  isEqual: (a, b) => a.length === b.length && a.every((align, index) => align === b[index]),
})

/** Cells stand on the page as their column is aligned; the file says it once, under the head. */
function $showAlignment(table: TableNode): void {
  const align = $getState(table, alignState)
  for (const row of table.getChildren().filter($isTableRowNode)) {
    row
      .getChildren()
      .filter($isTableCellNode)
      .forEach((cell, column) => {
        const wanted = align[column] ?? ''
        if (cell.getFormatType() !== wanted) cell.setFormat(wanted)
      })
  }
}

export const TableExtension = defineExtension({
  name: 'galley/table',
  dependencies: [
    // Markdown has no merged or coloured cells: what cannot be saved cannot be made.
    configExtension(LexicalTableExtension, { hasCellMerge: false, hasCellBackgroundColor: false }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TableCellNode, $holdLines),
      editor.registerNodeTransform(TableNode, $showAlignment),
    ),
})
