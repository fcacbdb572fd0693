import { $createCodeNode } from '@lexical/code-core'
import { $createHorizontalRuleNode } from '@lexical/extension'
import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListType,
} from '@lexical/list'
import { $generateNodesFromMdast } from '@lexical/mdast'
import {
  $createHeadingNode,
  $createQuoteNode,
  $isHeadingNode,
  $isQuoteNode,
  type HeadingTagType,
} from '@lexical/rich-text'
import {
  $createParagraphNode,
  $isElementNode,
  $isParagraphNode,
  $isRootOrShadowRoot,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { fenceState } from '../../features/code'
import { listStyleState } from '../../features/list'
import { $createAttributionNode } from '../../features/quote'
import { parseForEditor } from '../markdown/prepare'

/** What the signs at the start of a block mean once a space follows them. */
export type BlockSign =
  | { readonly kind: 'heading'; readonly tag: HeadingTagType }
  | {
      readonly kind: 'list'
      readonly type: ListType
      readonly start: number
      readonly marker: string
    }
  | { readonly kind: 'task'; readonly checked: boolean }
  | { readonly kind: 'quote' }
  | { readonly kind: 'attribution' }

const TAGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

/** Reads `prefix`, a block's text up to the caret, which ends in the space. */
export function readBlockSign(prefix: string): BlockSign | null {
  const hashes = /^(#{1,6}) $/.exec(prefix)?.[1]
  const tag = hashes === undefined ? undefined : TAGS[hashes.length - 1]
  if (tag !== undefined) return { kind: 'heading', tag }
  const bullet = /^([-*+]) $/.exec(prefix)?.[1]
  if (bullet !== undefined) return { kind: 'list', type: 'bullet', start: 1, marker: bullet }
  const number = /^(\d{1,9})([.)]) $/.exec(prefix)
  if (number !== null) {
    return { kind: 'list', type: 'number', start: Number(number[1]), marker: number[2] ?? '.' }
  }
  const box = /^\[([ xX]?)\] $/.exec(prefix)
  if (box !== null) return { kind: 'task', checked: box[1]?.toLowerCase() === 'x' }
  if (/^(?:[—–―]|--) $/.test(prefix)) return { kind: 'attribution' }
  return prefix === '> ' ? { kind: 'quote' } : null
}

/** Whether a block may become another kind: a table's cell is one line in Markdown and may not. */
function $isConvertible(block: ElementNode): boolean {
  const parent = block.getParent()
  return $isRootOrShadowRoot(parent) && parent?.getType() !== 'tablecell'
}

/** A name ends a quotation, and has something said before it. */
function $mayBeAttribution(block: ElementNode): boolean {
  const isLast = block.getNextSibling() === null && block.getPreviousSibling() !== null
  return isLast && $isQuoteNode(block.getParent())
}

/** Obeys a sign that ends at the caret; false where it means nothing. */
export function $applyBlockSign(node: TextNode, offset: number, sign: BlockSign): boolean {
  const block = node.getParent()
  if (!$isElementNode(block) || !block.getFirstChild()?.is(node)) return false
  if ($isListItemNode(block)) return $convertItem(block, node, offset, sign)
  const isOwn = $isParagraphNode(block) || $isHeadingNode(block)
  if (!isOwn || !$isConvertible(block)) return false
  if (sign.kind === 'attribution' && !$mayBeAttribution(block)) return false
  // In a heading only its own sign means a change; `1. ` there is a number.
  if ($isHeadingNode(block) && sign.kind !== 'heading') return false
  $dropSign(node, offset)
  $replaceBlock(block, sign)
  return true
}

function $dropSign(node: TextNode, offset: number): void {
  const rest = node.getTextContent().slice(offset)
  if (rest === '') node.remove()
  else node.setTextContent(rest)
}

function $replaceBlock(block: ElementNode, sign: BlockSign): void {
  const children = block.getChildren()
  switch (sign.kind) {
    case 'heading': {
      const heading = $createHeadingNode(sign.tag).append(...children)
      block.replace(heading)
      heading.selectStart()
      return
    }
    case 'quote': {
      const paragraph = $createParagraphNode().append(...children)
      block.replace($createQuoteNode({ shadowRoot: true }).append(paragraph))
      paragraph.selectStart()
      return
    }
    case 'attribution': {
      const name = $createAttributionNode().append(...children)
      block.replace(name)
      name.selectStart()
      return
    }
    case 'list':
    case 'task': {
      const item = $createListItemNode(sign.kind === 'task' ? sign.checked : undefined)
      const list =
        sign.kind === 'task' ? $createListNode('check') : $createListNode(sign.type, sign.start)
      if (sign.kind === 'list') $setMarker(list, sign.marker)
      block.replace(list.append(item.append(...children)))
      item.selectStart()
      return
    }
  }
}

function $setMarker(list: Parameters<typeof $setState>[0], marker: string): void {
  $setState(list, listStyleState, { marker, spread: false, repeatsNumber: false })
}

/** A sign at the start of an item changes the kind of its list. */
function $convertItem(
  item: ListItemNode,
  node: TextNode,
  offset: number,
  sign: BlockSign,
): boolean {
  const list = item.getParent()
  if (!$isListNode(list)) return false
  if (sign.kind === 'task') {
    if (list.getListType() === 'number') return false
    $dropSign(node, offset)
    list.setListType('check')
    item.setChecked(sign.checked)
    return true
  }
  if (sign.kind !== 'list' || list.getListType() === sign.type) return false
  $dropSign(node, offset)
  list.setListType(sign.type)
  list.setStart(sign.start)
  $setMarker(list, sign.marker)
  return true
}

/** A row written with bars becomes the head of a table, with an empty row to go on in. */
function $applyTableSign(block: ElementNode, row: string): boolean {
  const isPlain = (node: LexicalNode): boolean => $isTextNode(node) && node.getFormat() === 0
  if (!block.getChildren().every(isPlain)) return false
  const columns = row.replace(/\\\|/g, '').split('|').length - 2
  if (columns < 2) return false
  const tree = parseForEditor(`${row}\n${'|-'.repeat(columns)}|\n${'| '.repeat(columns)}|`)
  const [table] = tree.children[0]?.type === 'table' ? $generateNodesFromMdast(tree) : []
  if (!$isElementNode(table)) return false
  block.replace(table)
  const body = table.getLastChild()
  if ($isElementNode(body)) body.selectStart()
  return true
}

/** What a line that is nothing but a sign becomes when Enter is pressed at its end. */
export function $applyLineSign(block: ElementNode): boolean {
  if (!$isParagraphNode(block) || !$isConvertible(block)) return false
  const text = block.getTextContent()
  const fence = /^(`{3,}|~{3,})[ \t]*([^\s`~]*)$/.exec(text)
  if (fence !== null) {
    const code = $createCodeNode(fence[2] || undefined)
    $setState(code, fenceState, fence[1] ?? '```')
    block.replace(code)
    code.selectStart()
    return true
  }
  if (/^\|.+\|\s*$/.test(text)) return $applyTableSign(block, text.trim())
  if (!/^(?:-{3,}|\*{3,}|_{3,})$/.test(text)) return false
  const below = $createParagraphNode()
  block.replace($createHorizontalRuleNode()).insertAfter(below)
  below.selectStart()
  return true
}
