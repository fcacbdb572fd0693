import type { Nodes, RootContent } from 'mdast'
import { readMeta, splitArticle } from '../../article'
import { cleanText } from '../../review'
import type { ArticleContent, Block } from '../content'
import { parseMarkdown } from '../markdown/parse'

/** Makes positions count from the start of the block. The tree is this module's own and is changed. */
function shiftPositions(top: RootContent, lines: number, characters: number): void {
  const rest: Nodes[] = [top]
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      point.line -= lines
      if (point.offset !== undefined) point.offset -= characters
    }
    // Not spread: a hostile list may have more items than a call takes arguments.
    if ('children' in node) for (const child of node.children) rest.push(child)
  }
}

function blockOf(node: RootContent, index: number, body: string): Block {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  // A list's indentation is no part of its node, but its later lines are measured by it.
  const lineStart =
    Math.max(body.lastIndexOf('\n', start - 1), body.lastIndexOf('\r', start - 1)) + 1
  const lines = (node.position?.start.line ?? 1) - 1
  if (start > 0) shiftPositions(node, lines, lineStart)
  return { key: String(index), markdown: body.slice(lineStart, end), nodes: [node] }
}

/** The blocks of a file's body, parsed once as a whole. */
export function blocksFromMarkdown(body: string): readonly Block[] {
  return parseMarkdown(body).children.map((node, index) => blockOf(node, index, body))
}

/**
 * What preview and export are made from, read from the whole text of an article's file. An article
 * under review is read with every suggestion accepted and no comment.
 */
export function contentFromMarkdown(text: string): ArticleContent {
  const { frontMatter, body } = splitArticle(cleanText(text, 'accepted'))
  return { meta: readMeta(frontMatter).meta, blocks: blocksFromMarkdown(body) }
}
