import type { Nodes } from 'mdast'
import type { ArticleContent, Block } from '../../shared/document/content'
import { countWords } from '../../shared/text/countWords'

/** Counts an article's words, block by block: a block keeps its count for as long as it is the same object. */
export function createWordCount(): (content: ArticleContent) => number {
  const known = new WeakMap<Block, number>()
  return ({ meta, blocks }) => {
    let words = countWords(meta.title) + countWords(meta.standfirst)
    for (const block of blocks) {
      let count = known.get(block)
      if (count === undefined) {
        count = countWords(block.nodes.map(readerText).join('\n'))
        known.set(block, count)
      }
      words += count
    }
    return words
  }
}

const PHRASING = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference'])

/** What a reader reads in passing, as the library counts it: no code, raw HTML, descriptions of pictures or notes. */
function readerText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (!('children' in node) || node.type === 'footnoteDefinition') return ' '
  const inner = node.children.map(readerText).join('')
  // Blocks part words that phrasing would join.
  return PHRASING.has(node.type) ? inner : `${inner}\n`
}
