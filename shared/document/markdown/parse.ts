import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

const SYNTAX = [gfm()]
// The tree builder would look for addresses again in text that the syntax says is none (`https\\://…`).
const TREE = gfmFromMarkdown().map(({ transforms, ...rest }) => rest)

/**
 * Parses the body of an article (no front matter): CommonMark with GFM's tables, task lists,
 * strikethrough, literal autolinks and footnotes. Every node carries offsets into `markdown`
 * in UTF-16 units. Never throws, but nesting can make it slow:
 * text from a stranger is parsed in a worker that can be stopped.
 */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: SYNTAX, mdastExtensions: TREE })
}
