import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import type { WantedBlock } from './adoptBlocks'
import { $blockOf } from './blockOf'

interface Exchange {
  readonly going: ReadonlySet<LexicalNode>
  readonly wanted: readonly WantedBlock[]
}

/** Where a point stands in a block that goes: the block, its text, and the characters before the point. */
interface Standing {
  readonly block: LexicalNode
  readonly text: string
  readonly offset: number
}

/**
 * Notes where the caret is before blocks are exchanged; the function it returns puts it back after:
 * into the block that came in the place of its own, behind the words that it was behind.
 */
export function $carryCaret(before: readonly LexicalNode[], exchange: Exchange): () => void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return () => undefined
  const keep = selection.clone()
  const anchor = $standingOf(selection.anchor, exchange.going)
  const focus = $standingOf(selection.focus, exchange.going)
  if (anchor === null && focus === null) {
    // Blocks that stay keep the caret; taking others away must not move it.
    return $blockOf(selection.anchor.getNode()) === null
      ? () => undefined
      : () => $setSelection(keep)
  }
  const lost = focus ?? anchor
  return () => {
    if (lost !== null) $putCaret(lost, before, exchange, keep)
  }
}

function $standingOf(point: PointType, going: ReadonlySet<LexicalNode>): Standing | null {
  const node = point.getNode()
  const block = $blockOf(node)
  if (block === null || ![...going].some((each) => each.is(block))) return null
  let offset = 0
  if ($isElementNode(block)) {
    for (const text of block.getAllTextNodes()) {
      if (text.is(node)) break
      if (text.isBefore(node)) offset += text.getTextContentSize()
    }
  }
  return {
    block,
    text: $plainText(block),
    offset: offset + ($isTextNode(node) ? point.offset : 0),
  }
}

/** The text that offsets are counted in: that of the text nodes alone. */
function $plainText(block: LexicalNode): string {
  if (!$isElementNode(block)) return ''
  return block
    .getAllTextNodes()
    .map((text) => text.getTextContent())
    .join('')
}

function $putCaret(
  { block, text, offset }: Standing,
  before: readonly LexicalNode[],
  { going, wanted }: Exchange,
  keep: RangeSelection,
): void {
  const candidates = $inPlaceOf(block, before, { going, wanted })
  const [best] = candidates
    .map((node) => ({ node, likeness: likeness(text, $plainText(node)) }))
    .sort((a, b) => b.likeness - a.likeness)
  if (best === undefined) {
    const neighbour = $neighbourOf(block, before, going)
    if (neighbour === null) {
      $getRoot().selectStart()
      return
    }
    if ($isElementNode(neighbour)) neighbour.selectEnd()
    else neighbour.selectNext()
    return
  }
  $selectAt(best.node, carried(text, $plainText(best.node), offset), keep)
}

/** The new blocks between the same neighbours that the block had. */
function $inPlaceOf(
  block: LexicalNode,
  before: readonly LexicalNode[],
  { going, wanted }: Exchange,
): readonly LexicalNode[] {
  const at = before.findIndex((node) => node.is(block))
  const staysAt = (index: number) => {
    const node = before[index]
    return node !== undefined && !going.has(node) && keyIndex.has(node.getKey())
  }
  const keyIndex = new Map(
    wanted.flatMap((each, index) => ('kept' in each ? [[each.kept, index] as const] : [])),
  )
  let low = at - 1
  while (low >= 0 && !staysAt(low)) low--
  let high = at + 1
  while (high < before.length && !staysAt(high)) high++
  const from = keyIndex.get(before[low]?.getKey() ?? '') ?? -1
  const to = keyIndex.get(before[high]?.getKey() ?? '') ?? wanted.length
  return wanted.slice(from + 1, to).flatMap((each) => ('node' in each ? [each.node] : []))
}

function $neighbourOf(
  block: LexicalNode,
  before: readonly LexicalNode[],
  going: ReadonlySet<LexicalNode>,
): LexicalNode | null {
  const at = before.findIndex((node) => node.is(block))
  const earlier = before.slice(0, at).findLast((node) => !going.has(node))
  const later = before.slice(at + 1).find((node) => !going.has(node))
  const key = (earlier ?? later)?.getKey()
  return key === undefined ? null : $getNodeByKey(key)
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

function likeness(a: string, b: string): number {
  const start = commonStart(a, b)
  return start + commonEnd(a, b, Math.min(a.length, b.length) - start)
}

/** An offset of the old text in the new one: behind the words it was behind, or before those it was before. */
function carried(from: string, to: string, offset: number): number {
  const start = commonStart(from, to)
  if (offset <= start) return offset
  const end = commonEnd(from, to, Math.min(from.length, to.length) - start)
  const fromEnd = from.length - offset
  return fromEnd <= end ? to.length - fromEnd : Math.min(to.length - end, offset)
}

function $selectAt(block: LexicalNode, offset: number, keep: RangeSelection): void {
  if (!$isElementNode(block)) {
    block.selectPrevious()
    return
  }
  let rest = offset
  for (const text of block.getAllTextNodes()) {
    const size = text.getTextContentSize()
    if (rest <= size) {
      const selection = text.select(rest, rest)
      selection.format = keep.format
      return
    }
    rest -= size
  }
  block.selectEnd()
}
