import { createLedger } from '../article'
import {
  compareVersions,
  type MergeInput,
  type MergePart,
  type MergeResult,
  mergeArticles as mergeWith,
} from '../article/merge'
import { parseMarkdown } from './markdown/parse'

/** Brings two rewritings of an article together, block by block as Markdown has them. */
export function mergeArticles(input: MergeInput): MergeResult {
  return mergeWith(input, splitBlocks)
}

/** Two versions of an article side by side, of which nobody knows what they came from. */
export function compareArticles(mine: string, theirs: string): readonly MergePart[] {
  return compareVersions(mine, theirs, splitBlocks)
}

/** The top-level blocks of a body, each with the blank lines after it; joined they are the body. */
export function splitBlocks(body: string): readonly string[] {
  let past = 0
  const ranges = parseMarkdown(body).children.map(({ position }) => {
    let start = position?.start.offset ?? past
    // A heading right after a definition is reported from the definition's start on.
    if (start < past) start = past + (/^\s*/.exec(body.slice(past))?.[0].length ?? 0)
    past = Math.max(position?.end.offset ?? start, start)
    return { start, end: past }
  })
  const { lead, entries } = createLedger(body, ranges)
  const slices = entries.map(({ source, gap }) => source + gap)
  const all = lead === '' ? slices : [lead, ...slices]
  // No byte may depend on a parser's idea of where things are.
  return all.join('') === body ? all : [body]
}
