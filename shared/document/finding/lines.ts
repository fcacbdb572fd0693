import {
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical'

/** A text node's part of a line. */
export interface LinePart {
  readonly key: NodeKey
  readonly start: number
  readonly length: number
}

/** One element's own run of text, across its formats and links. */
export interface Line {
  readonly text: string
  readonly parts: readonly LinePart[]
}

/** What stands for a picture, a note's mark or anything else that is no text. */
const OBJECT = '\ufffc'

/** Every line of text in a block, in order: one for a paragraph, one for each item of a list. */
export function $readLines(block: LexicalNode): readonly Line[] {
  const lines: Line[] = []
  let text = ''
  let parts: LinePart[] = []
  const finish = (): void => {
    if (parts.length > 0) lines.push({ text, parts })
    text = ''
    parts = []
  }
  const read = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      const content = node.getTextContent()
      if (node.isToken()) text += OBJECT.repeat(content.length)
      else {
        parts.push({ key: node.getKey(), start: text.length, length: content.length })
        text += content
      }
    } else if ($isLineBreakNode(node)) text += '\n'
    else if ($isDecoratorNode(node)) text += OBJECT
    else if ($isElementNode(node)) {
      if (!node.isInline()) finish()
      for (const child of node.getChildren()) read(child)
      if (!node.isInline()) finish()
    }
  }
  read(block)
  finish()
  return lines
}
