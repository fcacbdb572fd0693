import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { abridge } from './abridge'
import { restore } from './restore'
import { syntaxFor } from './syntax'

// The tree builder would look for addresses again in text that the syntax says is none (`https\\://…`).
const TREE = gfmFromMarkdown().map(({ transforms, ...rest }) => rest)

function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [syntaxFor(markdown)], mdastExtensions: TREE })
}

/**
 * Parses the body of an article (no front matter): CommonMark with GFM's tables, task lists,
 * strikethrough, literal autolinks and footnotes. Every node carries offsets into `markdown`
 * in UTF-16 units. Never throws, but nesting can make it slow:
 * text from a stranger is parsed in a worker that can be stopped.
 */
export function parseMarkdown(markdown: string): Root {
  const abridged = abridge(markdown)
  if (abridged === null) return parse(markdown)
  const tree = parse(abridged.text)
  return restore(tree, abridged) ? tree : parse(markdown)
}
