import { $isCodeNode } from '@lexical/code-core'
import { $isListItemNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $findMatchingParent } from '@lexical/utils'
import {
  $createLineBreakNode,
  $createNodeSelection,
  $createParagraphNode,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  type ElementNode,
  INSERT_LINE_BREAK_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalNode,
  mergeRegister,
  type RangeSelection,
} from 'lexical'
import { $insertInMixedItem, $mixedItem } from '../editor/mixedItem'

/** The block that the caret stands in, when it stands at the block's very start or end. */
function $blockAtEdge(selection: RangeSelection, edge: 'start' | 'end'): ElementNode | null {
  if (!selection.isCollapsed()) return null
  const { anchor } = selection
  const node = anchor.getNode()
  const block = $findMatchingParent(
    node,
    (each): each is ElementNode => $isElementNode(each) && !each.isInline(),
  )
  if (block === null) return null
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize()
  if (anchor.offset !== (edge === 'start' ? 0 : size)) return null
  for (let each: LexicalNode | null = node; each !== null && !each.is(block); ) {
    const beside: LexicalNode | null =
      edge === 'start' ? each.getPreviousSibling() : each.getNextSibling()
    if (beside !== null) return null
    each = each.getParent()
  }
  return block
}

function $isBlockOfItsOwn(node: LexicalNode | null): boolean {
  return $isDecoratorNode(node) && !node.isInline()
}

/** The first press at a picture or a divider selects it, and only the second deletes it. */
function $selectBeside(block: ElementNode, beside: LexicalNode | null): boolean {
  if (beside === null || !$isBlockOfItsOwn(beside) || beside.getType() === 'list-gap') return false
  // An empty line in front of it goes, as it would in front of a paragraph.
  if (block.isEmpty() && $isParagraphNode(block)) block.remove()
  const chosen = $createNodeSelection()
  chosen.add(beside.getKey())
  $setSelection(chosen)
  return true
}

function $backspace(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $blockAtEdge(selection, 'start')
  if (block === null) return false
  if ($isHeadingNode(block)) {
    const paragraph = $createParagraphNode()
    block.replace(paragraph, true)
    paragraph.selectStart()
    return true
  }
  if (!$isParagraphNode(block)) return false
  const before = block.getPreviousSibling()
  if (before !== null) return $selectBeside(block, before)
  const quote = block.getParent()
  if (!$isQuoteNode(quote)) return false
  // At the start of a quotation its first paragraph leaves it.
  quote.insertBefore(block)
  if (quote.isEmpty()) quote.remove()
  block.selectStart()
  return true
}

function $delete(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $blockAtEdge(selection, 'end')
  return block !== null && $isParagraphNode(block) && $selectBeside(block, block.getNextSibling())
}

/** Whether a key puts a sign into the text, by itself or by way of an input method. */
function isTyped(event: KeyboardEvent): boolean {
  if (event.isComposing || event.key === 'Process' || event.key === 'Dead') return true
  const isCommand = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
  return [...event.key].length === 1 && !isCommand
}

/**
 * What is typed while a picture or a divider is selected begins a paragraph below it. The browser has
 * no caret then, and would put each letter at the start of the article.
 */
function $typeBelowChosen(): void {
  const selection = $getSelection()
  if (!$isNodeSelection(selection)) return
  const chosen = selection.getNodes().at(-1) ?? null
  if (chosen === null || !$isBlockOfItsOwn(chosen)) return
  const next = chosen.getNextSibling()
  if ($isParagraphNode(next) && next.isEmpty()) next.selectStart()
  else {
    const below = $createParagraphNode()
    chosen.insertAfter(below)
    below.selectStart()
  }
}

/** Leaves a block that keeps Enter and the arrows to itself, for a line below it. */
function $leaveDown(block: ElementNode): void {
  const next = block.getNextSibling()
  if ($isElementNode(next)) {
    next.selectStart()
    return
  }
  const below = $createParagraphNode()
  block.insertAfter(below)
  below.selectStart()
}

/** The code block, quotation, table or list that ends the text it stands in, when the caret is at its end. */
function $closingBlock(selection: RangeSelection): ElementNode | null {
  const node = selection.anchor.getNode()
  const block = $findMatchingParent(
    node,
    (each): each is ElementNode => $isElementNode(each) && each.getParent()?.getType() === 'root',
  )
  if (block === null || block.getNextSibling() !== null || $isParagraphNode(block)) return null
  if ($isHeadingNode(block) || !selection.isCollapsed()) return null
  if ($isCodeNode(block)) {
    const rest = block.getTextContent().slice($offsetIn(block, selection))
    return rest.includes('\n') ? null : block
  }
  const last = block.getLastDescendant() ?? block
  const holder = $isElementNode(last) ? last : last.getParent()
  return holder?.is(node) || last.is(node) || holder?.isParentOf(node) ? block : null
}

function $offsetIn(block: ElementNode, selection: RangeSelection): number {
  const { anchor } = selection
  const node = anchor.getNode()
  if (node.is(block)) {
    return block
      .getChildren()
      .slice(0, anchor.offset)
      .reduce((sum, child) => sum + child.getTextContentSize(), 0)
  }
  let before = anchor.offset
  for (let each = node.getPreviousSibling(); each !== null; each = each.getPreviousSibling()) {
    before += each.getTextContentSize()
  }
  return before
}

/** Ctrl or Cmd with Enter leaves code, as Enter cannot. */
function $enter(event: KeyboardEvent | null): boolean {
  if (event === null || !(event.ctrlKey || event.metaKey)) return false
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $findMatchingParent(
    selection.anchor.getNode(),
    (each): each is ElementNode =>
      $isElementNode(each) &&
      !$isListItemNode(each) &&
      !each.isInline() &&
      $isRootOrShadowRoot(each.getParent()) &&
      each.getParent()?.getType() === 'root',
  )
  if (block === null) return false
  const below = $createParagraphNode()
  block.insertAfter(below)
  below.selectStart()
  return true
}

function $arrowDown(event: KeyboardEvent): boolean {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $closingBlock(selection)
  if (block === null) return false
  $leaveDown(block)
  return true
}

/** A line break in an item that holds a block beside its text. */
function $breakMixedItem(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || $mixedItem(selection) === null) return false
  $insertInMixedItem(selection, [$createLineBreakNode()])
  return true
}

/** Whether a key was pressed in a control of a figure or an embed, whose own it then is. */
function isInField(target: unknown): boolean {
  return (
    typeof target === 'object' &&
    target !== null &&
    'tagName' in target &&
    /^(?:input|textarea|select|button)$/i.test(String(target.tagName))
  )
}

/** What Enter, Backspace, Delete and the arrows do at the edges of blocks. */
export const EdgesExtension = defineExtension({
  name: 'galley/edges',
  register(editor) {
    const obey =
      ($act: (event: KeyboardEvent | null) => boolean) =>
      (event: KeyboardEvent | null): boolean => {
        if (event?.isComposing || isInField(event?.target)) return false
        if (!$act(event)) return false
        event?.preventDefault()
        return true
      }
    const plain =
      ($act: () => boolean) =>
      (event: KeyboardEvent | null): boolean =>
        !(event?.ctrlKey || event?.altKey || event?.metaKey) && $act()
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (isTyped(event) && !isInField(event.target)) $typeBelowChosen()
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(KEY_BACKSPACE_COMMAND, obey(plain($backspace)), COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_DELETE_COMMAND, obey(plain($delete)), COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ENTER_COMMAND, obey($enter), COMMAND_PRIORITY_LOW),
      editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $breakMixedItem, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        (event) => obey(() => $arrowDown(event))(event),
        COMMAND_PRIORITY_LOW,
      ),
    )
  },
})
