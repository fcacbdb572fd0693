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
import {
  $createParagraphNode,
  $getState,
  $isElementNode,
  $setState,
  type ElementNode,
} from 'lexical'
import type { PhrasingContent, Table, TableRow } from 'mdast'
import type { MarkdownRules } from '../feature'
import { $exportLines } from '../inline'
import { alignState } from './node'

/** A cell is one line in Markdown: its paragraphs are joined by line breaks, empty ones at its end left out. */
function $exportCell(cell: TableCellNode, context: MdastExportContext): PhrasingContent[] {
  const lines = $linesOf(cell)
  const last = lines.findLastIndex((line) => !line.isEmpty())
  return $exportLines(lines.slice(0, last + 1), context)
}

/** The innermost blocks of what stands in a cell: a list or a quotation that was pasted there has several. */
function $linesOf(parent: ElementNode): readonly ElementNode[] {
  const inner = parent.getChildren().filter((child) => $isElementNode(child) && !child.isInline())
  if (inner.length === 0) return [parent]
  return inner.flatMap((child) => ($isElementNode(child) ? $linesOf(child) : []))
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
  toMarkdown: [
    {
      // White space at the edge of a cell is the table's, unless it is spelled out.
      unsafe: [' ', '\t'].flatMap((character) => [
        { character, before: '\\|', inConstruct: 'tableCell' as const },
        { character, after: '\\|', inConstruct: 'tableCell' as const },
      ]),
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
