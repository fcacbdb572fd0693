import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  type ListItemNode,
  type ListNode,
  type ListType,
} from '@lexical/list'
import type { MdastExportContext, MdastImportContext } from '@lexical/mdast'
import {
  $create,
  $createLineBreakNode,
  $getState,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $setState,
  type LexicalNode,
} from 'lexical'
import type { BlockContent, DefinitionContent, List, ListItem } from 'mdast'
import { defaultHandlers } from 'mdast-util-to-markdown'
import type { MarkdownRules } from '../feature'
import { $exportInline } from '../inline'
import { boxlessState, ListGapNode, listStyleState, paragraphGapState } from './node'
import { prepareLists } from './prepare'

type Flow = BlockContent | DefinitionContent

function listType(node: List): ListType {
  if (node.ordered) return 'number'
  return node.children.some((item) => typeof item.checked === 'boolean') ? 'check' : 'bullet'
}

function $importList(node: List, context: MdastImportContext): ListNode {
  const list = $createListNode(listType(node), node.start ?? 1)
  const spread = node.spread === true || node.children.some((item) => item.spread === true)
  const { marker = '', repeatsNumber = false } = node.data ?? {}
  $setState(list, listStyleState, { marker, spread, repeatsNumber })
  for (const item of node.children) list.append(...$importItem(item, list, context))
  return list
}

/** A Lexical item holds inline content; a nested list is an item of its own after it. */
function $importItem(
  node: ListItem,
  list: ListNode,
  context: MdastImportContext,
): readonly ListItemNode[] {
  const isTask = list.getListType() === 'check'
  const item = $createListItemNode(isTask ? node.checked === true : undefined)
  if (isTask && typeof node.checked !== 'boolean' && node.children.length > 0)
    $setState(item, boxlessState, true)
  const nested: ListItemNode[] = []
  let previous: Flow['type'] | null = null
  for (const child of node.children) {
    if (child.type === 'list') {
      nested.push($createListItemNode().append(...context.importNode(child)))
      continue
    }
    if (child.type === 'paragraph') {
      if (previous === 'paragraph') {
        item.append($setState($createLineBreakNode(), paragraphGapState, true))
      }
      item.append(...context.importChildren(child))
    } else {
      item.append(...context.importNode(child))
    }
    previous = child.type
  }
  // A list after another item would be shown as that item's; its own item keeps it apart.
  const isBare = node.children[0]?.type === 'list' && list.isEmpty()
  return isBare && nested.length > 0 ? nested : [item, ...nested]
}

function $exportList(list: ListNode, context: MdastExportContext): List {
  const type = list.getListType()
  const { marker, spread, repeatsNumber } = $getState(list, listStyleState)
  const items: ListItem[] = []
  for (const child of list.getChildren()) {
    if (!$isListItemNode(child) || !context.isIncluded(child)) continue
    const nested = child.getChildren().filter($isListNode)
    const last = items.at(-1)
    if (nested.length > 0 && nested.length === child.getChildrenSize()) {
      const lists = nested.map((inner) => $exportList(inner, context))
      if (last) last.children.push(...lists)
      else items.push({ type: 'listItem', spread: false, checked: null, children: lists })
      continue
    }
    const content = $exportItemContent(child, context)
    // A box with nothing after it would be read as text.
    const hasBox = type === 'check' && !$getState(child, boxlessState) && content.length > 0
    items.push({
      type: 'listItem',
      spread: false,
      checked: hasBox ? child.getChecked() === true : null,
      children: content,
    })
  }
  for (const item of items)
    item.spread = item.children.filter((child) => child.type !== 'list').length > 1
  const node: List = {
    type: 'list',
    ordered: type === 'number',
    start: type === 'number' ? list.getStart() : null,
    spread: spread || items.some((item) => item.spread),
    children: items,
  }
  if (node.spread) for (const item of items) item.spread = true
  if (marker !== '' || repeatsNumber) node.data = { marker, repeatsNumber }
  return node
}

/** The paragraphs of an item, parted at paragraph gaps, and the blocks that it keeps verbatim. */
function $exportItemContent(item: ListItemNode, context: MdastExportContext): Flow[] {
  const content: Flow[] = []
  let inline: LexicalNode[] = []
  const flush = (): void => {
    const children = $exportInline(inline, context)
    if (children.length > 0) content.push({ type: 'paragraph', children })
    inline = []
  }
  for (const child of item.getChildren()) {
    const isBlock = ($isElementNode(child) || $isDecoratorNode(child)) && !child.isInline()
    if (isBlock) {
      flush()
      content.push(...(context.exportChildren([child]) as Flow[]))
    } else if ($isLineBreakNode(child) && $getState(child, paragraphGapState)) {
      flush()
    } else {
      inline.push(child)
    }
  }
  flush()
  return content
}

export const listMarkdown: MarkdownRules = {
  prepare: prepareLists,
  importRules: [
    { type: 'list', $import: $importList },
    { type: 'listGap', $import: () => $create(ListGapNode) },
  ],
  exportRules: [
    { type: 'list-gap', $export: () => [] },
    {
      type: 'list',
      $export: (node, context) => ($isListNode(node) ? $exportList(node, context) : null),
    },
  ],
  toMarkdown: [
    {
      handlers: {
        list(node: List, parent, state, info) {
          const { bullet, bulletOther, bulletOrdered, incrementListMarker } = state.options
          const marker = node.data?.marker ?? ''
          if (node.ordered) {
            if (marker === '.' || marker === ')') state.options.bulletOrdered = marker
            state.options.incrementListMarker = node.data?.repeatsNumber !== true
          } else if (marker === '-' || marker === '*' || marker === '+') {
            state.options.bullet = marker
            state.options.bulletOther = marker === '-' ? '*' : '-'
          }
          try {
            return defaultHandlers.list(node, parent, state, info)
          } finally {
            Object.assign(state.options, {
              bullet,
              bulletOther,
              bulletOrdered,
              incrementListMarker,
            })
          }
        },
      },
    },
  ],
}
