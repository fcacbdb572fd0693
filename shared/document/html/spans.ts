import type { Block } from '../content'
import { MAX_DEPTH } from './block'
import { factsOf } from './facts'

/** Elements that people open in one block of HTML and close in another, with Markdown in between. */
const SPANNING = /<(\/?)(?:blockquote|details|dl|figure|ol|table|ul)(?=[\s/>])/gi
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

/** Whoever types inside draws all of it: an article that is wrapped whole is shown block by block. */
const MOST = 100

/** How each tag of a block of HTML changes the depth; nothing for any other block. */
function stepsOf({ nodes }: Block): readonly number[] {
  const [only] = nodes
  if (only?.type !== 'html') return []
  const tags = only.value.replace(COMMENT, '').matchAll(SPANNING)
  return [...tags].map(([, slash]) => (slash === '' ? 1 : -1))
}

const known = new WeakMap<Block, readonly number[]>()

function rememberedSteps(block: Block): readonly number[] {
  const before = known.get(block)
  if (before) return before
  const steps = stepsOf(block)
  known.set(block, steps)
  return steps
}

/** How many elements are open behind a block; one that was not opened cannot be closed. */
function depthBehind(block: Block, depth: number): number {
  return rememberedSteps(block).reduce((sum, step) => Math.max(0, sum + step), depth)
}

/** The place behind the block that closes what the one at `start` opens; `start + 1` if none does. */
function endOf(blocks: readonly Block[], start: number): number {
  let depth = 0
  const last = Math.min(blocks.length, start + MOST)
  for (let at = start; at < last; at++) {
    const block = blocks[at]
    if (!block || factsOf(block).depth > MAX_DEPTH) break
    depth = depthBehind(block, depth)
    if (depth === 0) return at + 1
  }
  return start + 1
}

/** The blocks one by one, and together those between the two ends of an element of HTML. */
export function spansOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const spans: (readonly Block[])[] = []
  for (let start = 0; start < blocks.length; ) {
    const end = endOf(blocks, start)
    spans.push(blocks.slice(start, end))
    start = end
  }
  return spans
}
