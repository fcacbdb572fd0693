import { createDOMRange } from '@lexical/selection'
import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import type { Find } from '../../../shared/document/finding/finder'
import type { TextField } from './fieldMarks'

function textOf(editor: LexicalEditor, key: NodeKey): Text | null {
  let node: Node | null = editor.getElementByKey(key)
  while (node !== null && !(node instanceof Text)) node = node.firstChild
  return node
}

/** The field on the page that a find is in; null for one that is in the text. */
export function fieldOf(editor: LexicalEditor, { line: { field } }: Find): TextField | null {
  if (field === undefined) return null
  const page = editor.getRootElement()?.closest('[data-editor-scroller]')
  const found =
    field.kind === 'head'
      ? page?.querySelector(`[data-head-field="${field.name}"] textarea`)
      : editor.getElementByKey(field.key)?.querySelector(`[data-figure-field="${field.name}"]`)
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null
}

/** Where a find stands on the page, in a field the whole of it; null while the page is being drawn anew. */
export function rangeOf(editor: LexicalEditor, find: Find): Range | null {
  const field = fieldOf(editor, find)
  if (field !== null) {
    const whole = document.createRange()
    whole.selectNode(field)
    return whole
  }
  const { line, start, end } = find
  const first = line.parts.find((part) => start < part.start + part.length && start >= part.start)
  const last = line.parts.find((part) => end <= part.start + part.length && end > part.start)
  const [from, to] = [first && textOf(editor, first.key), last && textOf(editor, last.key)]
  if (!first || !last || !from || !to) return null
  if (from.length < start - first.start || to.length < end - last.start) return null
  const range = document.createRange()
  range.setStart(from, start - first.start)
  range.setEnd(to, end - last.start)
  return range
}

/** What is selected in the text, or where the caret is, wherever the keyboard is now. */
export function selectionRange(editor: LexicalEditor): Range | null {
  return editor.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return null
    const [start, end] = selection.isBackward()
      ? [selection.focus, selection.anchor]
      : [selection.anchor, selection.focus]
    return createDOMRange(editor, start.getNode(), start.offset, end.getNode(), end.offset)
  })
}

/** Puts the selection on a find, to go on from it in the text or in its field. */
export function selectFind(editor: LexicalEditor, find: Find): void {
  const { line, start, end } = find
  const field = fieldOf(editor, find)
  if (field !== null) {
    field.focus()
    field.setSelectionRange(start, end)
    return
  }
  editor.update(() => {
    const first = line.parts.find((part) => start < part.start + part.length && start >= part.start)
    const last = line.parts.find((part) => end <= part.start + part.length && end > part.start)
    if (!first || !last) return
    const selection = $createRangeSelection()
    selection.anchor.set(first.key, start - first.start, 'text')
    selection.focus.set(last.key, end - last.start, 'text')
    $setSelection(selection)
  })
}

const ALL = 'galley-find'
const CURRENT = 'galley-find-current'

/** Shows finds by the browser's highlights, which are no part of the article. */
export function paintFinds(ranges: readonly (Range | null)[], current: number): void {
  const at = ranges[current] ?? null
  CSS.highlights.set(
    ALL,
    new Highlight(
      ...ranges.filter((range) => range !== null && range !== at).map((range) => range as Range),
    ),
  )
  if (at === null) CSS.highlights.delete(CURRENT)
  else {
    const highlight = new Highlight(at)
    highlight.priority = 1
    CSS.highlights.set(CURRENT, highlight)
  }
}

export function clearFinds(): void {
  CSS.highlights.delete(ALL)
  CSS.highlights.delete(CURRENT)
}

/** Brings a find into the middle of the page, unless it is well in sight already. */
export function showFind(
  scroller: HTMLElement | null,
  block: HTMLElement | null,
  range: Range,
): void {
  if (scroller === null) return
  const bring = () => {
    const view = scroller.getBoundingClientRect()
    const { top, bottom } = range.getBoundingClientRect()
    const margin = view.height * 0.15
    if (top >= view.top + margin && bottom <= view.bottom - margin) return
    scroller.scrollTop += (top + bottom) / 2 - (view.top + view.bottom) / 2
  }
  const view = scroller.getBoundingClientRect()
  const rect = block?.getBoundingClientRect()
  // A block far out of sight has no layout of its own yet: first the block, then the words in it.
  if (rect && (rect.bottom < view.top || rect.top > view.bottom)) block?.scrollIntoView()
  bring()
  requestAnimationFrame(bring)
}
