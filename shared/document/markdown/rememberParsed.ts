import type { Root } from 'mdast'
import { parseMarkdown } from './parse'

/** Parses as `parseMarkdown` does; whoever changes the tree takes a copy. */
export type ParseMarkdown = (markdown: string) => Root

const MOST = 16

/**
 * Remembers what it parsed last. A save asks several times about the text of one block: whether it
 * reads back, whether it stays apart from its neighbours, what preview and counts make of it.
 */
export function rememberParsed(): ParseMarkdown {
  const known = new Map<string, Root>()
  return (markdown) => {
    const found = known.get(markdown)
    if (found !== undefined) return found
    const tree = parseMarkdown(markdown)
    for (const oldest of known.keys()) {
      if (known.size < MOST) break
      known.delete(oldest)
    }
    known.set(markdown, tree)
    return tree
  }
}
