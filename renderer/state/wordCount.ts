import type { Nodes } from 'mdast'
import type { ArticleContent, Block } from '../../shared/document/content'
import { countWords } from '../../shared/text/countWords'

export interface TextCount {
  readonly words: number
  /** As a person counts them: an accented letter or an emoji is one. */
  readonly characters: number
}

/** Counts a text's words and characters. */
export function countText(text: string): TextCount {
  return { words: countWords(text), characters: countCharacters(text) }
}

let segmenter: Intl.Segmenter | undefined

function countCharacters(text: string): number {
  const line = text.replace(/\s+/g, ' ').trim()
  // Most text has one unit for each character; only the rest is worth a segmenter.
  if (/^[\u0020-\u02ff\u2000-\u206f\u20a0-\u20bf]*$/.test(line)) return line.length
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  let characters = 0
  for (const _ of segmenter.segment(line)) characters += 1
  return characters
}

/** Counts an article block by block: a block keeps its count for as long as it is the same object. */
export function createTextCount(): (content: ArticleContent) => TextCount {
  const known = new WeakMap<Block, TextCount>()
  return ({ meta, blocks }) => {
    let { words, characters } = sum(countText(meta.title), countText(meta.standfirst))
    for (const block of blocks) {
      let count = known.get(block)
      if (count === undefined) {
        count = countText(block.nodes.map(readerText).join('\n'))
        known.set(block, count)
      }
      words += count.words
      characters += count.characters
    }
    return { words, characters }
  }
}

function sum(a: TextCount, b: TextCount): TextCount {
  return { words: a.words + b.words, characters: a.characters + b.characters }
}

/** Counts an article's words. */
export function createWordCount(): (content: ArticleContent) => number {
  const count = createTextCount()
  return (content) => count(content).words
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
