import {
  $copyNode,
  $isDecoratorNode,
  $isElementNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'

function isBlock(node: LexicalNode): boolean {
  return ($isElementNode(node) || $isDecoratorNode(node)) && !node.isInline()
}

/**
 * Moves blocks that came to stand inside a line of text out of it, as when a list item that holds a
 * listing is turned into a paragraph: Markdown would run them into the text.
 */
export function $liftBlocks(block: ElementNode): void {
  if (!block.getChildren().some(isBlock)) return
  let last: LexicalNode = block
  let line: ElementNode | null = block
  for (const child of block.getChildren()) {
    if (isBlock(child)) {
      last.insertAfter(child)
      last = child
      line = null
    } else if (line === null) {
      line = $copyNode(block)
      last.insertAfter(line)
      line.append(child)
      last = line
    } else if (line !== block) {
      line.append(child)
    }
  }
  if (block.isEmpty()) block.remove()
}
