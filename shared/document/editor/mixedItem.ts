import { $isListItemNode, type ListItemNode } from '@lexical/list'
import { $findMatchingParent } from '@lexical/utils'
import {
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'

function isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline()
}

/** The item at the selection that holds a listing or another block beside its text. */
export function $mixedItem(selection: BaseSelection | null): ListItemNode | null {
  if (!$isRangeSelection(selection)) return null
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  return item?.getChildren().some(isBlock) ? item : null
}

/** Puts inline nodes at the selection by hand: Lexical refuses to where the line holds a block, too. */
export function $insertInMixedItem(selection: RangeSelection, nodes: readonly LexicalNode[]): void {
  if (!selection.isCollapsed()) selection.removeText()
  const { anchor } = selection
  const at = anchor.getNode()
  const last = nodes.at(-1)
  if (last === undefined) return
  if ($isTextNode(at)) {
    const before = anchor.offset === 0 ? null : at.splitText(anchor.offset)[0]
    if (before) for (const node of [...nodes].reverse()) before.insertAfter(node, false)
    else for (const node of nodes) at.insertBefore(node, false)
  } else if ($isElementNode(at)) {
    at.splice(anchor.offset, 0, [...nodes])
  }
  if ($isTextNode(last)) last.selectEnd()
  else last.selectNext(0, 0)
}
