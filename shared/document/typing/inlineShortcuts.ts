import { $isLinkNode } from '@lexical/link'
import { $generateNodesFromMdast } from '@lexical/mdast'
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import type { PhrasingContent } from 'mdast'
import { isSafeAddress } from '../../features/link'
import { parseForEditor } from '../markdown/prepare'

/** What may be made while typing, by the sign that closes it. */
const CLOSED_BY: Readonly<Record<string, readonly PhrasingContent['type'][]>> = {
  '*': ['emphasis', 'strong'],
  _: ['emphasis', 'strong'],
  '~': ['delete'],
  '`': ['inlineCode'],
  ')': ['link', 'image'],
}

/** Whether the text could end in a construct that `closer` closes; spares a parse on most keys. */
function mayClose(text: string, closer: string): boolean {
  if (closer === ')') return text.lastIndexOf('](') > 0
  return text.lastIndexOf(closer, text.length - 2) >= 0
}

/** The construct that ends where `text` ends, parsed as the file will be. */
function readInline(text: string, closer: string): PhrasingContent | null {
  const last = parseForEditor(text).children.at(-1)
  // A picture alone in its paragraph is read as a figure.
  const content: readonly PhrasingContent[] =
    last?.type === 'paragraph' || last?.type === 'figure' ? last.children : []
  const inline = content.at(-1)
  const start = inline?.position?.start.offset
  if (inline === undefined || start === undefined) return null
  if (inline.position?.end.offset !== text.length) return null
  if (CLOSED_BY[closer]?.includes(inline.type) !== true) return null
  if (inline.type === 'link' && !(text[start] === '[' && isSafeAddress(inline.url))) return null
  // One tilde is not what this desk strikes out with, and `**bold*` is still on its way.
  if (closer === '~' && !text.endsWith('~~')) return null
  return text[start - 1] === text[start] && closer !== ')' ? null : inline
}

/** Turns the Markdown that ends at the caret into what it means; false where it means nothing. */
export function $applyInlineSign(node: TextNode, offset: number, closer: string): boolean {
  const text = node.getTextContent().slice(0, offset)
  if (!(closer in CLOSED_BY) || !mayClose(text, closer)) return false
  const inline = readInline(text, closer)
  const start = inline?.position?.start.offset
  if (inline === null || start === undefined) return false
  const [wrapper] = $generateNodesFromMdast({
    type: 'root',
    children: [{ type: 'paragraph', children: [inline] }],
  })
  const made = $isElementNode(wrapper) ? wrapper.getChildren() : []
  if (made.length === 0) return false
  const format = node.getFormat()
  for (const each of made) $addFormat(each, format)
  const parts = start === 0 ? node.splitText(offset) : node.splitText(start, offset)
  const target = start === 0 ? parts[0] : parts[1]
  if (target === undefined) return false
  let last: LexicalNode = target
  for (const each of made) {
    last.insertAfter(each)
    last = each
  }
  target.remove()
  $standAfter(last, format)
  return true
}

function $addFormat(node: LexicalNode, format: number): void {
  if ($isTextNode(node)) node.setFormat(node.getFormat() | format)
  else if ($isLinkNode(node)) for (const child of node.getChildren()) $addFormat(child, format)
}

/** What is typed next is outside of what was just closed. */
function $standAfter(node: LexicalNode, format: number): void {
  if ($isTextNode(node)) node.selectEnd()
  else node.selectNext(0, 0)
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.setFormat(format)
}
