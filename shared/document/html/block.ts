import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Definition, RootContent } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import type { Block } from '../content'
import { cleanTree } from './clean'
import type { RenderContext } from './context'
import { factsOf, type Note } from './facts'
import { isFlowing, toFlow } from './flow'
import { hasRaw, parseFragment, parseRaw } from './raw'
import { RULES } from './rules'
import { joinTexts } from './texts'

/** How deep constructs may lie in each other; a block that nests deeper is shown as its Markdown. */
export const MAX_DEPTH = 100

interface Piece {
  readonly nodes: readonly RootContent[]
  readonly uses: ReadonlySet<string>
  /** Footnote references made before this piece, by capital id. */
  readonly counts: ReadonlyMap<string, number>
}

/** The footnotes' numbers come from the article, not from the piece that is being rendered. */
function numbered(context: RenderContext, counts: Piece['counts']): Handlers {
  const handler = RULES.handlers.footnoteReference
  if (!handler) return RULES.handlers
  return {
    ...RULES.handlers,
    footnoteReference(state: State, node, parent) {
      if (state.footnoteOrder.length === 0) {
        state.footnoteOrder.push(...context.notes.map((note) => note.id))
        for (const [id, count] of counts) state.footnoteCounts.set(id, count)
        // The notes are shown once, under the article.
        state.footnoteById.clear()
      }
      return handler(state, node, parent)
    },
  }
}

function definitionsFor(uses: Piece['uses'], context: RenderContext): Definition[] {
  return [...uses].flatMap((id) => context.definitions.get(id) ?? [])
}

/**
 * Cleaning takes elements away, and what is left may no longer be what a parser makes of it when it
 * is read again. Clean HTML is therefore read and cleaned until it stays the same.
 */
function settle(tree: Root): Root {
  let settled = tree
  for (let round = 0; round < 4; round++) {
    const html = toHtml(settled)
    const again = cleanTree(parseFragment(html), RULES)
    if (toHtml(again) === html) return again
    settled = again
  }
  return settled
}

function renderPiece(piece: Piece, context: RenderContext): ElementContent[] {
  const definitions = definitionsFor(piece.uses, context)
  const made = toHast(
    { type: 'root', children: [...definitions, ...piece.nodes] },
    { allowDangerousHtml: true, handlers: numbered(context, piece.counts) },
  )
  const tree: Root = made.type === 'root' ? made : { type: 'root', children: [made as Element] }
  const isRaw = hasRaw(tree.children)
  const parsed = isRaw ? parseRaw(tree) : tree
  const clean = cleanTree(parsed, RULES)
  if (!isRaw) return clean.children as ElementContent[]
  // Of HTML that reaches over several blocks the first and last hold nothing but an empty element.
  return (settle(clean).children as ElementContent[]).filter(isFlowing)
}

function flowOf(piece: Piece, context: RenderContext): Element[] {
  return toFlow(renderPiece(piece, context)).map(joinTexts)
}

function asWritten(markdown: string): Element {
  return {
    type: 'element',
    tagName: 'pre',
    properties: {},
    children: [
      {
        type: 'element',
        tagName: 'code',
        properties: {},
        children: [{ type: 'text', value: markdown }],
      },
    ],
  }
}

/** The HTML of a footnote's text, without the way back. `counts` are the references made before it. */
export function renderNote(note: Note, counts: Piece['counts'], context: RenderContext): Element[] {
  // The way it was written belongs to its block, which is not at hand; its words are.
  if (note.depth > MAX_DEPTH) return [asWritten(`[^${note.definition.identifier}]`)]
  const { uses, definition } = note
  return flowOf({ nodes: definition.children, uses, counts }, context)
}

/** The HTML of one top-level block, safe to show: none for definitions and the texts of footnotes. */
export function renderBlock(block: Block, context: RenderContext): Element[] {
  if (factsOf(block).depth > MAX_DEPTH) return [asWritten(block.markdown)]
  return renderSpan([block], context)
}

/** The same of blocks that an element of HTML reaches over; none of them is too deep. */
export function renderSpan(blocks: readonly Block[], context: RenderContext): Element[] {
  const nodes = blocks.flatMap((block) => block.nodes)
  const uses = new Set(blocks.flatMap((block) => [...factsOf(block).uses]))
  const first = blocks.find((block) => context.countsBefore.has(block))
  const counts = (first && context.countsBefore.get(first)) ?? new Map()
  return flowOf({ nodes, uses, counts }, context)
}
