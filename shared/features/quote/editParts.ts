import { $createLinkNode, $isLinkNode, type LinkNode } from '@lexical/link'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  HISTORY_MERGE_TAG,
  IS_ITALIC,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import { $isAttributionNode, type AttributionNode } from './attributionNode'
import { type Parts, type Piece, readParts, writeParts } from './parts'

/** The line that names who is quoted at the caret. */
export function $attributionAtCaret(): AttributionNode | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  return $findMatchingParent(selection.anchor.getNode(), $isAttributionNode)
}

function $pieceOf(node: LexicalNode): Piece | null {
  if ($isLinkNode(node)) {
    const [only, more] = node.getChildren()
    const inside = only === undefined || more !== undefined ? null : $pieceOf(only)
    if (inside === null || inside.kind === 'link') return null
    const isEmphasised = inside.kind === 'emphasis'
    return { kind: 'link', value: inside.value, href: node.getURL(), isEmphasised }
  }
  if (!$isTextNode(node) || !node.isSimpleText()) return null
  const value = node.getTextContent()
  const format = node.getFormat()
  if (format === 0) return { kind: 'text', value }
  return format === IS_ITALIC ? { kind: 'emphasis', value } : null
}

/** The parts of the line, or `null` where it has more in it than parts. */
export function $readLine(line: AttributionNode): Parts | null {
  const pieces: Piece[] = []
  for (const child of line.getChildren()) {
    const piece = $pieceOf(child)
    if (piece === null) return null
    const last = pieces.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text')
      pieces[pieces.length - 1] = { kind: 'text', value: last.value + piece.value }
    else pieces.push(piece)
  }
  return readParts(pieces)
}

/** `link` is the one that the line had: it keeps its title, and how it was written. */
function $nodeOf(piece: Piece, link: LinkNode | undefined): LexicalNode {
  const text = $createTextNode(piece.value)
  switch (piece.kind) {
    case 'text':
      return text
    case 'emphasis':
      return text.setFormat('italic')
    case 'link': {
      if (piece.isEmphasised) text.setFormat('italic')
      const node = link ?? $createLinkNode(piece.href)
      if (node.getURL() !== piece.href) node.setURL(piece.href)
      return node.splice(0, node.getChildrenSize(), [text])
    }
  }
}

/** Writes the parts as the line; `manner` tells whether this is one step of undo with what was done last. */
export function writeLine(
  editor: LexicalEditor,
  key: NodeKey,
  parts: Parts,
  manner: 'step' | 'same step',
): void {
  editor.update(
    () => {
      const line = $getNodeByKey(key)
      if (!$isAttributionNode(line)) return
      const link = line.getChildren().find($isLinkNode)
      const nodes = writeParts(parts).map((piece) => $nodeOf(piece, link))
      line.splice(0, line.getChildrenSize(), nodes)
      // The caret that stood in the line stays there.
      line.selectEnd()
    },
    {
      discrete: true,
      // The keyboard stays in the field that this is written in.
      tag: manner === 'step' ? SKIP_DOM_SELECTION_TAG : [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG],
    },
  )
}
