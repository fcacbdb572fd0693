import { fromMarkdown } from 'mdast-util-from-markdown'
import { visit } from 'unist-util-visit'

export interface Range {
  readonly start: number
  readonly end: number
}

const COMMENT = /\{>>(?:(?!\{>>|<<\})[\s\S])*<<\}/g
const MAY_HOLD_CODE = /`|~~~|^(?: {4}|\t| {1,3}\t)/m

/** What has lines of its own in a mark: a fence that is not closed there ends there all the same. */
const BLOCK_EDGE = /\{(?:\+\+|--|~~)¶(?=[\r\n])|(?<=[\r\n])¶(?:(?:\+\+|--|~~)\}|~>¶(?=[\r\n]))/g

/** Where Markdown has code, inside which CriticMarkup is text. A backtick in a comment opens none. */
export function codeRanges(body: string): readonly Range[] {
  if (!MAY_HOLD_CODE.test(body)) return []
  const masked = body.replace(COMMENT, (comment) => 'x'.repeat(comment.length))
  const ranges: Range[] = []
  let start = 0
  for (const edge of [...masked.matchAll(BLOCK_EDGE), null]) {
    const end = edge?.index ?? masked.length
    for (const range of codeIn(masked.slice(start, end))) {
      ranges.push({ start: start + range.start, end: start + range.end })
    }
    start = end + (edge?.[0].length ?? 0)
  }
  return ranges
}

function codeIn(body: string): readonly Range[] {
  if (!MAY_HOLD_CODE.test(body)) return []
  const ranges: Range[] = []
  visit(fromMarkdown(body), (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start !== undefined && end !== undefined) ranges.push({ start, end })
  })
  return ranges
}

/** Where the top-level blocks of a body start and end. */
export function blockRanges(body: string): readonly Range[] {
  let past = 0
  return fromMarkdown(body).children.flatMap(({ position }) => {
    const start = Math.max(past, position?.start.offset ?? past)
    const end = Math.max(start, position?.end.offset ?? start)
    past = end
    return start === end ? [] : [{ start, end }]
  })
}
