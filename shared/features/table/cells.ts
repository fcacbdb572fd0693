import {
  $getTableNodeFromLexicalNodeOrThrow,
  $isTableNode,
  type TableCellNode,
} from '@lexical/table'
import {
  $createParagraphNode,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical'

function isInline(node: LexicalNode): boolean {
  return $isElementNode(node) || $isDecoratorNode(node) ? node.isInline() : true
}

/** The lines of text in a block, whatever it is; a caret in them stays where it is. */
function $linesOf(block: ElementNode): readonly ParagraphNode[] {
  const children = block.getChildren()
  if (children.every(isInline)) return [$createParagraphNode().append(...children)]
  return children.filter($isElementNode).flatMap($linesOf)
}

/**
 * A cell is a line of text in Markdown. What else gets into one (by a paste, or an action meant for
 * the article) would not be saved: lists and headings become their lines of text, and pictures,
 * dividers and tables go below the table.
 */
export function $holdLines(cell: TableCellNode): void {
  for (const child of cell.getChildren()) {
    if ($isParagraphNode(child)) continue
    if (isInline(child)) {
      const paragraph = $createParagraphNode()
      child.replace(paragraph)
      paragraph.append(child)
    } else if ($isElementNode(child) && !$isTableNode(child)) {
      const lines = $linesOf(child)
      for (const line of lines) child.insertBefore(line)
      lines.at(-1)?.selectEnd()
      child.remove()
    } else {
      $getTableNodeFromLexicalNodeOrThrow(cell).insertAfter(child)
    }
  }
  if (cell.isEmpty()) cell.append($createParagraphNode())
}
