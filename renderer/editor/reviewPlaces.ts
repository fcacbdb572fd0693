import { $getNearestNodeFromDOMNode } from 'lexical'
import { $blockOf } from '../../shared/document/editor/blockOf'
import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import type { Stretch } from '../../shared/review'

/** A block of the article: where its Markdown stands in the body, and the element that shows it. */
export interface PlacedBlock {
  readonly start: number
  readonly end: number
  readonly element: HTMLElement
  readonly markdown: string
}

/** The blocks of the article in their order. Walks the article: not for keystrokes. */
export function placedBlocks(document: ReviewedDocument): readonly PlacedBlock[] {
  const body = document.review.accepted()
  let from = 0
  return document.content().blocks.flatMap(({ key, markdown }): readonly PlacedBlock[] => {
    const start = body.indexOf(markdown, from)
    if (start === -1) return []
    from = start + markdown.length
    const element = document.editor.getElementByKey(key)
    return element === null ? [] : [{ start, end: from, element, markdown }]
  })
}

const FARTHEST_MARKUP = 600

/** For each shown letter, where it stands in the Markdown: letters are found one after the other, and what is between them is markup. */
export function lettersIn(markdown: string, shown: string): readonly number[] {
  let at = 0
  return Array.from({ length: shown.length }, (_, index) => {
    const letter = shown[index] ?? ''
    const found = /\s/.test(letter) ? spaceFrom(markdown, at) : markdown.indexOf(letter, at)
    if (found === -1 || found - at > FARTHEST_MARKUP) return at
    at = found + 1
    return found
  })
}

function spaceFrom(text: string, start: number): number {
  for (let at = start; at < text.length; at++) if (/\s/.test(text[at] ?? '')) return at
  return -1
}

/** The texts that an element shows, in their order. */
export function textsIn(element: HTMLElement): readonly Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
  return texts
}

/** A block with its texts, and where in its Markdown each of their letters stands. */
export interface LetteredBlock {
  readonly block: PlacedBlock
  readonly texts: readonly Text[]
  readonly letters: readonly number[]
}

/** The shown letters of a stretch within one block; null where it shows none. */
export function rangeIn(block: PlacedBlock, stretch: Stretch): Range | null {
  const texts = textsIn(block.element)
  const letters = lettersIn(block.markdown, texts.map(({ data }) => data).join(''))
  return rangeOfLetters({ block, texts, letters }, stretch)
}

/** The same, for a block whose letters are known. */
export function rangeOfLetters(
  { block, texts, letters }: LetteredBlock,
  { start, end }: Stretch,
): Range | null {
  if (letters.length === 0) return null
  const from = start - block.start
  const to = end - block.start
  let first = letters.findIndex((place) => place >= from)
  if (first === -1) first = letters.length - 1
  let last = letters.findLastIndex((place) => place < to)
  // A place between letters is shown at the letter before it.
  if (last < first) {
    if (end > start) return null
    first = Math.max(0, first - 1)
    last = first
  }
  const range = block.element.ownerDocument.createRange()
  let passed = 0
  for (const text of texts) {
    if (first >= passed && first < passed + text.length) range.setStart(text, first - passed)
    if (last >= passed && last < passed + text.length) {
      range.setEnd(text, last - passed + 1)
      return range
    }
    passed += text.length
  }
  return null
}

/** The blocks that a stretch reaches into; looked up by halves, for there may be many of both. */
export function blocksOf(
  blocks: readonly PlacedBlock[],
  { start, end }: Stretch,
): readonly PlacedBlock[] {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) < start) low = middle + 1
    else high = middle
  }
  const touched: PlacedBlock[] = []
  for (let index = low; index < blocks.length; index++) {
    const block = blocks[index]
    if (block === undefined || block.start > end) break
    const isTouched = start === end ? block.start <= start : block.end > start && block.start < end
    if (isTouched) touched.push(block)
  }
  if (touched.length > 0) return touched
  const near = blocks[low - 1] ?? blocks[0]
  return near ? [near] : []
}

/** What is selected on the page, as a stretch of the accepted text; null when the caret is elsewhere. */
export function selectedStretch(document: ReviewedDocument): Stretch | null {
  const root = document.editor.getRootElement()
  const selection = root?.ownerDocument.getSelection()
  if (!root || !selection || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null
  const blocks = placedBlocks(document)
  const start = placeOf(document, blocks, range.startContainer, range.startOffset, 'start')
  const end = range.collapsed
    ? start
    : placeOf(document, blocks, range.endContainer, range.endOffset, 'end')
  return start === null || end === null ? null : { start, end: Math.max(start, end) }
}

function placeOf(
  document: ReviewedDocument,
  blocks: readonly PlacedBlock[],
  node: Node,
  offset: number,
  side: 'start' | 'end',
): number | null {
  const key = document.editor.read(() => {
    const near = $getNearestNodeFromDOMNode(node)
    return near === null ? null : ($blockOf(near)?.getKey() ?? null)
  })
  const element = key === null ? null : document.editor.getElementByKey(key)
  const block = blocks.find((each) => each.element === element)
  if (!block) return null
  const before = block.element.ownerDocument.createRange()
  before.setStart(block.element, 0)
  before.setEnd(node, offset)
  const shown = textsIn(block.element)
    .map(({ data }) => data)
    .join('')
  const letters = lettersIn(block.markdown, shown)
  const count = before.toString().length
  if (side === 'end' && count > 0) return block.start + (letters[count - 1] ?? 0) + 1
  return block.start + (letters[count] ?? block.markdown.length)
}
