import { defineExtension, mergeRegister, ParagraphNode, TextNode } from 'lexical'
import { spacesForLineEnds } from '../../text/runs'
import { $liftBlocks } from '../liftBlocks'

/** What is left of a tag that was cut through may be text of several lines; a line of text is one. */
function $oneLine(node: TextNode): void {
  const text = node.getTextContent()
  if (node.getType() === 'text' && /[\r\n]/.test(text)) {
    node.setTextContent(spacesForLineEnds(text))
  }
}

export const ParagraphExtension = defineExtension({
  name: 'galley/paragraph',
  nodes: () => [ParagraphNode],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(ParagraphNode, $liftBlocks),
      editor.registerNodeTransform(TextNode, $oneLine),
    ),
})
