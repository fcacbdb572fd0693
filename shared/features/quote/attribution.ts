import type { BlockContent, Blockquote, DefinitionContent, Paragraph, PhrasingContent } from 'mdast'

/** A quotation parted into the words and the person (or the work) they are from. */
export interface AttributedQuote {
  readonly body: readonly (BlockContent | DefinitionContent)[]
  readonly attribution: readonly PhrasingContent[]
}

const DASH = /^\s*(?:[—―]|--(?!-))\s*/

/** Where a paragraph's last line starts, and what that line and the lines before it hold. */
function partLastLine(nodes: readonly PhrasingContent[]): {
  readonly before: readonly PhrasingContent[]
  readonly line: readonly PhrasingContent[]
} {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node?.type === 'break') {
      return { before: nodes.slice(0, index), line: nodes.slice(index + 1) }
    }
    if (node?.type !== 'text') continue
    const end = node.value.lastIndexOf('\n')
    if (end < 0) continue
    const head = { ...node, value: node.value.slice(0, end) }
    const tail = { ...node, value: node.value.slice(end + 1) }
    return {
      before: head.value === '' ? nodes.slice(0, index) : [...nodes.slice(0, index), head],
      line: [tail, ...nodes.slice(index + 1)],
    }
  }
  return { before: [], line: nodes }
}

/** The line without its dash; null when it has none, or nothing after it. */
function afterDash(line: readonly PhrasingContent[]): readonly PhrasingContent[] | null {
  const [first, ...rest] = line
  if (first?.type !== 'text' || !DASH.test(first.value)) return null
  const value = first.value.replace(DASH, '')
  if (value.trim() === '') return rest.length > 0 ? rest : null
  return [{ ...first, value }, ...rest]
}

/**
 * Reads who is quoted: the last paragraph of the quotation, or the last line of it, when that starts
 * with an em dash or `--`. A quotation that is nothing but such a line is words, not a name.
 */
export function readAttribution(quote: Blockquote): AttributedQuote | null {
  const last = quote.children.at(-1)
  if (last?.type !== 'paragraph') return null
  const others = quote.children.slice(0, -1)
  const { before, line } = partLastLine(last.children)
  const attribution = afterDash(line)
  if (!attribution || (before.length === 0 && others.length === 0)) return null
  const words: Paragraph = { ...last, children: [...before] }
  return { body: before.length === 0 ? others : [...others, words], attribution }
}
