import { $isListItemNode, $isListNode } from '@lexical/list'
import {
  $copyNode,
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical'

/** Blocks that stand one after the other in one parent: what moving, doubling and deleting is about. */
type Run = readonly [LexicalNode, ...LexicalNode[]]

/** The nearest thing that moves as one: an item of a list, or a block of the article, a quotation or a note. */
function $unitAt(node: LexicalNode): LexicalNode | null {
  for (let each: LexicalNode | null = node; each !== null; each = each.getParent()) {
    if ($isListItemNode(each)) return each
    const parent: LexicalNode | null = each.getParent()
    // What stands in a table's cell moves with its table.
    if ($isRootOrShadowRoot(parent) && parent?.getType() !== 'tablecell') return each
  }
  return null
}

function $topLevel(node: LexicalNode): LexicalNode {
  return node.getTopLevelElement() ?? node
}

/** An item's nested list is an item of its own after it, and goes where it goes. */
function $withNested(last: LexicalNode): LexicalNode {
  const next = last.getNextSibling()
  return $isListItemNode(last) && $isListItemNode(next) && $isListNode(next.getFirstChild())
    ? next
    : last
}

function $between(first: LexicalNode, last: LexicalNode): Run {
  const run: [LexicalNode, ...LexicalNode[]] = [first]
  for (let each = first; !each.is(last); ) {
    const next = each.getNextSibling()
    if (next === null) break
    run.push(next)
    each = next
  }
  return run
}

/** The blocks that the selection touches; null when nothing is selected. */
export function $selectedRun(): Run | null {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) {
    const [node] = selection.getNodes()
    return node === undefined ? null : [$topLevel(node)]
  }
  if (!$isRangeSelection(selection)) return null
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  let [first, last] = [$unitAt(start.getNode()), $unitAt(end.getNode())]
  if (first === null || last === null) return null
  if (!first.getParent()?.is(last.getParent() ?? null)) {
    ;[first, last] = [$topLevel(first), $topLevel(last)]
  }
  last = $withNested(last)
  const list = first.getParent()
  // A list selected from end to end is the list itself.
  const isWhole =
    $isListNode(list) && first.getPreviousSibling() === null && last.getNextSibling() === null
  if (isWhole && !first.is(last)) return [list]
  return $between(first, last)
}

/** The neighbour that a run changes places with; for an item, that one with its nested list. */
function $neighbours(run: Run, direction: 'up' | 'down'): Run | null {
  const last = run.at(-1) ?? run[0]
  if (direction === 'down') {
    const next = last.getNextSibling()
    return next === null ? null : $between(next, $withNested(next))
  }
  const previous = run[0].getPreviousSibling()
  if (previous === null) return null
  const isNested = $isListItemNode(previous) && $isListNode(previous.getFirstChild())
  const holder = isNested ? previous.getPreviousSibling() : null
  return holder === null ? [previous] : $between(holder, previous)
}

/** Moves the selected blocks past their neighbour. The neighbour is what moves, so the selection stays as it is. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const run = $selectedRun()
  if (run === null) return false
  const neighbours = $neighbours(run, direction)
  if (neighbours === null) return false
  if (direction === 'down') for (const each of neighbours) run[0].insertBefore(each)
  else {
    let last = run.at(-1) ?? run[0]
    for (const each of neighbours) {
      last.insertAfter(each, false)
      last = each
    }
  }
  return true
}

function $deepCopy(node: LexicalNode): LexicalNode {
  const copy = $copyNode(node)
  if ($isElementNode(node) && $isElementNode(copy))
    copy.append(...node.getChildren().map($deepCopy))
  return copy
}

/** Doubles the selected blocks below themselves, and goes on in the copy. A footnote is one of a kind. */
export function $duplicateBlocks(): boolean {
  const run = $selectedRun()
  if (run === null || run.some((node) => node.getType() === 'footnote')) return false
  const copies = run.map($deepCopy)
  let last = run.at(-1) ?? run[0]
  for (const copy of copies) {
    last.insertAfter(copy, false)
    last = copy
  }
  const [first] = copies
  if ($isElementNode(first)) first.selectEnd()
  else first?.selectNext()
  return true
}

/** Deletes the selected blocks whole; an article always keeps a line to write on. */
export function $deleteBlocks(): boolean {
  const run = $selectedRun()
  if (run === null) return false
  const next = (run.at(-1) ?? run[0]).getNextSibling()
  const previous = run[0].getPreviousSibling()
  const parent = run[0].getParent()
  for (const node of run) node.remove()
  const beside = next ?? previous
  if (beside?.isAttached()) {
    if (!$isElementNode(beside)) beside.selectNext()
    else if (next === null) beside.selectEnd()
    else beside.selectStart()
    return true
  }
  const line = $createParagraphNode()
  if ($isRootOrShadowRoot(parent) && parent.isAttached()) parent.append(line)
  else if ($getRoot().isEmpty()) $getRoot().append(line)
  else {
    $getRoot().selectEnd()
    return true
  }
  line.select()
  return true
}

/** Moves a block in front of another, or to the article's end, as one edit. */
export function moveBlock(editor: LexicalEditor, key: NodeKey, before: NodeKey | null): void {
  if (key === before) return
  editor.update(() => {
    const node = $getNodeByKey(key)
    const target = before === null ? null : $getNodeByKey(before)
    if (node === null) return
    if (target === null) $getRoot().append(node)
    else target.insertBefore(node, false)
  })
}

/** Runs one of the above as an edit of its own. */
export function editBlocks(editor: LexicalEditor, $edit: () => boolean): void {
  editor.update(() => {
    $edit()
  })
}
