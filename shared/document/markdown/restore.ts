import type { Nodes, Root, RootContent } from 'mdast'
import type { Abridged, LinePlace } from './abridge'
import { PLACE, PLACES } from './plainLines'

interface MutablePoint {
  line: number
  column: number
  offset?: number | undefined
}

/** Makes a point in the abridged text one in the whole. */
function move(point: MutablePoint, lines: readonly LinePlace[]): void {
  const place = lines[point.line - 1]
  if (!place) return
  const { start, behind, end } = place
  const isBehind = behind !== undefined && end !== undefined && point.column >= behind
  const from = isBehind ? end : start
  const columns = point.column - (isBehind ? behind : 1)
  point.line = from.line
  point.column = from.column + columns
  if (point.offset !== undefined) point.offset = from.offset + columns
}

function isPlaces(node: RootContent): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false
  const [only] = node.children
  return only?.type === 'text' && only.value === PLACES
}

/**
 * Puts the words back into the tree of the abridged text, in place, and makes positions those of the
 * whole text. `false` where a place has become something else than words, inside code for one: the
 * tree is of no use then.
 */
export function restore(tree: Root, { words, blocks, lines }: Abridged): boolean {
  let nextWords = 0
  let nextBlocks = 0
  const rest: Nodes[] = [tree]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node.position) {
      move(node.position.start, lines)
      move(node.position.end, lines)
    }
    if (node.type === 'text' && node.value.includes(PLACE)) {
      node.value = node.value.replaceAll(PLACE, () => words[nextWords++] ?? '')
    }
    if (!('children' in node)) continue
    // From the last to the first, so that the first is looked at next.
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index]
      if (child) rest.push(child)
    }
  }
  const children: RootContent[] = []
  for (const child of tree.children) {
    // Not spread: a long article may have more of them than a call takes arguments.
    if (isPlaces(child)) for (const block of blocks[nextBlocks++] ?? []) children.push(block)
    else children.push(child)
  }
  tree.children = children
  return nextWords === words.length && nextBlocks === blocks.length
}
