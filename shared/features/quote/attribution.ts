import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent } from 'mdast'

/** How the line with the name follows the words: as a paragraph, or as a line of the last one. */
export type Joint = 'paragraph' | 'soft' | 'hard'

/** A quotation parted into the words and the person (or the work) they are from. */
export interface AttributedQuote {
  readonly body: readonly (BlockContent | DefinitionContent)[]
  readonly attribution: readonly PhrasingContent[]
  /** The dash as it is written, with the blank after it. */
  readonly dash: string
  readonly joint: Joint
}

const DASH = /^\s*(?:[—―]|--(?!-))\s*/

/** Where a paragraph's last line starts, and what that line and the lines before it hold. */
function partLastLine(nodes: readonly PhrasingContent[]): {
  readonly before: readonly PhrasingContent[]
  readonly line: readonly PhrasingContent[]
  readonly joint: Joint
} {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node?.type === 'break') {
      return { before: nodes.slice(0, index), line: nodes.slice(index + 1), joint: 'hard' }
    }
    if (node?.type !== 'text') continue
    const end = node.value.lastIndexOf('\n')
    if (end < 0) continue
    const head = { ...node, value: node.value.slice(0, end) }
    const tail = { ...node, value: node.value.slice(end + 1) }
    return {
      before: head.value === '' ? nodes.slice(0, index) : [...nodes.slice(0, index), head],
      line: [tail, ...nodes.slice(index + 1)],
      joint: 'soft',
    }
  }
  return { before: [], line: nodes, joint: 'paragraph' }
}

/** The line and its dash apart; null when it has none, or nothing after it. */
function partDash(
  line: readonly PhrasingContent[],
): Pick<AttributedQuote, 'dash' | 'attribution'> | null {
  const [first, ...rest] = line
  if (first?.type !== 'text') return null
  const dash = DASH.exec(first.value)?.[0]
  if (dash === undefined) return null
  const value = first.value.slice(dash.length)
  if (value.trim() !== '')
    return { dash: dash.trimStart(), attribution: [{ ...first, value }, ...rest] }
  return rest.length > 0 ? { dash: dash.trimStart(), attribution: rest } : null
}

/**
 * Reads who is quoted: the last paragraph of the quotation, or the last line of it, when that starts
 * with an em dash or `--`. A quotation that is nothing but such a line is words, not a name.
 */
export function readAttribution(quote: Pick<Blockquote, 'children'>): AttributedQuote | null {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph') return null
  const others = quote.children.slice(0, -1)
  const { before, line, joint } = partLastLine(last.children)
  const named = partDash(line)
  if (!named || (before.length === 0 && others.length === 0)) return null
  const words: Paragraph = { ...last, children: [...before] }
  return { ...named, joint, body: before.length === 0 ? others : [...others, words] }
}
