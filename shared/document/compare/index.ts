import type { Element, ElementContent } from 'hast'
import type { ArticleContent } from '../content'
import { createRenderContext, languageOf, type Part, partsOf } from '../html'
import { type BlockPair, compareBlocks, compareElement, type Moves, markBlock } from './blocks'
import { noteKeys } from './notes'
import type { MarkedArticle, MarkedPiece } from './pieces'

export type { Moves } from './blocks'
export { type MarkedArticle, type MarkedPiece, markedRoot, piecesToDraw } from './pieces'

/** Compares two versions by block and by word, as they are rendered. */
export function compareContents(
  before: ArticleContent,
  after: ArticleContent,
  moves: Moves = 'told',
): MarkedArticle {
  const a = renderedOf(before)
  const b = renderedOf(after)
  const keys = noteKeys(a.notes, b.notes)
  const whole = (key: string, old: Element | undefined, now: Element | undefined) => {
    if (old && now) return [{ key, element: compareElement(old, now, keys) }]
    if (now) return [{ key, element: markBlock(now, 'inserted') }]
    return old ? [{ key, element: markBlock(old, 'deleted') }] : []
  }
  const body = compareBlocks(
    a.body.map(({ element }) => element),
    b.body.map(({ element }) => element),
    keys,
    moves,
  )
  return {
    lang: languageOf(after),
    pieces: [
      ...whole(b.headerKey, a.header, b.header),
      ...body.map((pair) => ({ key: keyOf(pair, b), element: pair.element })),
      ...whole('corrections', a.corrections, b.corrections),
      ...whole('notes', a.notes, b.notes),
    ],
  }
}

interface Rendered {
  readonly headerKey: string
  readonly header: Element | undefined
  readonly body: readonly MarkedPiece[]
  readonly corrections: Element | undefined
  readonly notes: Element | undefined
}

function renderedOf(content: ArticleContent): Rendered {
  const parts = partsOf(content, createRenderContext(content))
  const [header, ...rest] = parts
  const [corrections, notes] = rest.slice(-2)
  const only = (part: Part | undefined): Element | undefined => {
    const [element] = part?.render() ?? []
    return element && plainSpaces(element)
  }
  return {
    headerKey: header?.key ?? 'header',
    header: only(header),
    body: rest.slice(0, -2).flatMap((part) =>
      part.render().map((element, index) => ({
        key: index === 0 ? part.key : `${part.key}.${index}`,
        element: plainSpaces(element),
      })),
    ),
    corrections: only(corrections),
    notes: only(notes),
  }
}

/** Where lines end in a file is nothing that a reader sees. */
function plainSpaces(node: Element): Element {
  if (node.tagName === 'pre') return node
  const children = node.children.map((child): ElementContent => {
    if (child.type === 'text') return { ...child, value: child.value.replace(/\s+/g, ' ') }
    return child.type === 'element' ? plainSpaces(child) : child
  })
  return { ...node, children }
}

function keyOf({ before, after }: BlockPair, { body }: Rendered): string {
  const piece = after === undefined ? undefined : body[after]
  return piece?.key ?? `gone-${before}`
}
