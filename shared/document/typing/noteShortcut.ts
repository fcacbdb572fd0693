import { $findMatchingParent } from '@lexical/utils'
import type { TextNode } from 'lexical'
import {
  $appendNote,
  $createFootnoteReferenceNode,
  $isFootnoteNode,
  $noteOf,
} from '../../features/footnote'

const MARK = /(?<![\\!\]])\[\^([^\s[\]^]{1,40})\]$/

/**
 * Makes `[^label]`, which ends at the caret, the mark of a footnote, and the footnote where there is
 * none yet. The caret stays in the text. A footnote in a footnote's own text is none.
 */
export function $applyNoteSign(node: TextNode, offset: number): boolean {
  const found = MARK.exec(node.getTextContent().slice(0, offset))
  const label = found?.[1]
  if (found === null || label === undefined) return false
  if ($findMatchingParent(node, $isFootnoteNode) !== null) return false
  const parts = found.index === 0 ? node.splitText(offset) : node.splitText(found.index, offset)
  const typed = parts[found.index === 0 ? 0 : 1]
  if (typed === undefined) return false
  const note = $noteOf(label)
  const mark = $createFootnoteReferenceNode(note?.getLabel() ?? label)
  typed.replace(mark.setFormat(typed.getFormat()))
  if (note === null) $appendNote(label)
  mark.selectNext(0, 0)
  return true
}
