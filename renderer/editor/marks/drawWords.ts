import { $getNearestNodeFromDOMNode, $isTextNode, type NodeKey } from 'lexical'
import { setGaps } from '../../../shared/document/editor/gaps'
import type { ReviewedDocument } from '../../../shared/document/reviewedDocument'
import type { PlacedBlock } from '../reviewPlaces'
import { type PlacedWords, placeWords, type WordsPlace } from './blockMarks'

/** Elements cannot say these by themselves, so that their neighbour says it. */
const SILENT = new Set(['HR', 'TABLE', 'IMG'])

/**
 * Shows words that are not in the article among those that are: as what the style sheet puts before
 * and behind a run of text (`review.css`). No node is added, so that neither the editor nor a copy
 * nor the caret ever meets them.
 */
export function drawWords(
  document: ReviewedDocument,
  plan: ReadonlyMap<PlacedBlock, readonly PlacedWords[]>,
): void {
  const { editor } = document
  const root = editor.getRootElement()
  if (root === null) return
  const gaps = new Map<NodeKey, readonly number[]>()
  editor.read(() => {
    for (const [block, words] of plan) {
      const wanted = wantedGaps(placeWords(block, words))
      for (const [key, places] of wanted) gaps.set(key, places)
      for (const key of runsOf(block.element)) if (!wanted.has(key)) gaps.set(key, [])
    }
  })
  setGaps(editor, gaps, root.contains(root.ownerDocument.activeElement))
  editor.read(() => {
    for (const [block, words] of plan) {
      clear(block.element)
      for (const place of placeWords(block, words)) put(block.element, place)
    }
  })
}

/** The runs of text that an element holds, by key. Call it in a read. */
function runsOf(element: HTMLElement): readonly NodeKey[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const keys: NodeKey[] = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = $getNearestNodeFromDOMNode(text)
    if ($isTextNode(node)) keys.push(node.getKey())
  }
  return keys
}

function wantedGaps(places: readonly WordsPlace[]): ReadonlyMap<NodeKey, readonly number[]> {
  const wanted = new Map<NodeKey, number[]>()
  for (const { where } of places) {
    if (!('text' in where)) continue
    const node = $getNearestNodeFromDOMNode(where.text)
    if (!$isTextNode(node)) continue
    const place = where.side === 'before' ? where.offset : where.offset + 1
    wanted.set(node.getKey(), [...(wanted.get(node.getKey()) ?? []), place])
  }
  for (const [key, found] of wanted)
    wanted.set(
      key,
      [...new Set(found)].sort((a, b) => a - b),
    )
  return wanted
}

const SIDES = ['before', 'after'] as const
type Side = (typeof SIDES)[number]

function clear(block: HTMLElement): void {
  for (const side of SIDES) {
    const marked = block.querySelectorAll<HTMLElement>(`[data-struck-${side}]`)
    for (const element of [block, ...marked]) {
      for (const name of ['', '-by', '-look', '-id']) {
        element.removeAttribute(`data-struck-${side}${name}`)
      }
    }
  }
}

function put(block: HTMLElement, place: WordsPlace): void {
  const { where } = place
  if (!('text' in where)) {
    putOn(block, where.side === 'top' ? 'before' : 'after', place)
    return
  }
  const node = $getNearestNodeFromDOMNode(where.text)
  const element = $isTextNode(node) ? where.text.parentElement?.closest<HTMLElement>('*') : null
  if (element && block.contains(element) && element !== block) putOn(element, where.side, place)
  else putOn(block, where.side, place)
}

function putOn(element: HTMLElement, side: Side, { id, words, look, colour }: WordsPlace): void {
  const neighbour = side === 'before' ? element.previousElementSibling : element.nextElementSibling
  if (
    SILENT.has(element.tagName) &&
    neighbour instanceof HTMLElement &&
    !SILENT.has(neighbour.tagName)
  ) {
    putOn(neighbour, side === 'before' ? 'after' : 'before', {
      id,
      words,
      look,
      colour,
      at: 0,
      where: { side: 'top' },
    })
    return
  }
  const name = `data-struck-${side}`
  const standing = element.getAttribute(name)
  const between = look === 'lines' ? '\n' : ' '
  element.setAttribute(name, standing === null ? words : `${standing}${between}${words}`)
  element.setAttribute(`${name}-by`, colour)
  element.setAttribute(`${name}-look`, look)
  element.setAttribute(`${name}-id`, id)
}
