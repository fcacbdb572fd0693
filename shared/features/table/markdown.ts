import type { MdastExportContext } from '@lexical/mdast'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  type TableCellNode,
} from '@lexical/table'
import { $createParagraphNode, $getState, $isElementNode, $setState } from 'lexical'
import type { PhrasingContent, Table, TableRow } from 'mdast'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'
import { alignState } from './node'

/** A cell is one line in Markdown: its paragraphs are joined by line breaks. */
function $exportCell(cell: TableCellNode, context: MdastExportContext): PhrasingContent[] {
  return cell.getChildren().flatMap((child, index): PhrasingContent[] => {
    if (!$isElementNode(child)) return []
    const inline = $exportInline(child, context)
    return index > 0 ? [{ type: 'break' }, ...inline] : inline
  })
}

export const tableMarkdown: MarkdownRules = {
  importRules: [
    {
      type: 'table',
      $import(node: Table, context) {
        const table = $createTableNode()
        $setState(table, alignState, node.align ?? [])
        const columns = Math.max(...node.children.map((row) => row.children.length))
        node.children.forEach((row, rowIndex) => {
          const header =
            rowIndex === 0 ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
          const rowNode = $createTableRowNode()
          for (let column = 0; column < columns; column++) {
            const cell = row.children[column]
            const content = cell ? context.importChildren(cell) : []
            rowNode.append(
              $createTableCellNode(header).append($createParagraphNode().append(...content)),
            )
          }
          table.append(rowNode)
        })
        return table
      },
    },
  ],
  exportRules: [
    {
      type: 'table',
      $export(node, context) {
        if (!$isTableNode(node)) return null
        const rows = node.getChildren().filter($isTableRowNode).filter(context.isIncluded)
        const table: Table = {
          type: 'table',
          align: [...$getState(node, alignState)],
          children: rows.map(
            (row): TableRow => ({
              type: 'tableRow',
              children: row
                .getChildren()
                .filter($isTableCellNode)
                .map((cell) => ({
                  type: 'tableCell',
                  children: $exportCell(cell, context),
                })),
            }),
          ),
        }
        return table
      },
    },
  ],
}
