import { type LineEnding, lineEndingOf, withLineEnding } from '../lineEnding'
import { splitArticle } from '../split'
import { readBody, type SplitBlocks } from './blocks'
import { mergeBodies } from './mergeBlocks'
import { mergeFrontMatter } from './mergeFrontMatter'
import { type MergePart, tidyParts } from './parts'

export type { SplitBlocks } from './blocks'
export { compareVersions } from './compare'
export {
  type AgreedPart,
  type Choice,
  type ConflictPart,
  type ConflictScale,
  type MergePart,
  resolve,
} from './parts'

export interface MergeInput {
  /** The text that both sides started from, as decoded from the file. */
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

export type MergeResult =
  | { readonly kind: 'clean'; readonly text: string }
  | { readonly kind: 'conflict'; readonly parts: readonly MergePart[] }

/**
 * Brings two rewritings of an article together. It is clean only where the sides changed different
 * things, or the same thing alike; otherwise every word of either is in one of the parts.
 */
export function mergeArticles(input: MergeInput, splitBlocks: SplitBlocks): MergeResult {
  const { base, mine, theirs } = input
  if (mine === theirs || theirs === base) return { kind: 'clean', text: mine }
  if (mine === base) return { kind: 'clean', text: theirs }
  const ending = commonEnding(input)
  const parts = tidyParts(mergeWith(ending, input, splitBlocks))
  if (parts.some(({ kind }) => kind === 'conflict')) return { kind: 'conflict', parts }
  return { kind: 'clean', text: parts.map((part) => ('text' in part ? part.text : '')).join('') }
}

function mergeWith(
  ending: LineEnding | null,
  input: MergeInput,
  splitBlocks: SplitBlocks,
): readonly MergePart[] {
  // One program may write Windows' line endings where the other wrote plain ones: no line changed by that.
  const read = (text: string) => splitArticle(ending === null ? text : withLineEnding(text, '\n'))
  const base = read(input.base)
  const mine = read(input.mine)
  const theirs = read(input.theirs)
  const parts = [
    ...mergeFrontMatter({
      base: base.frontMatter,
      mine: mine.frontMatter,
      theirs: theirs.frontMatter,
    }),
    ...mergeBodies(
      readBody(base.body, splitBlocks),
      { mine: readBody(mine.body, splitBlocks), theirs: readBody(theirs.body, splitBlocks) },
      ending === null ? lineEndingOf(input.mine) : '\n',
    ),
  ]
  return ending === null ? parts : parts.map((part) => written(part, ending))
}

/** The line ending that the merged text is to have throughout; null where a version mixes them. */
function commonEnding({ base, mine, theirs }: MergeInput): LineEnding | null {
  if ([base, mine, theirs].some((text) => withLineEnding(text, lineEndingOf(text)) !== text)) {
    return null
  }
  // A text of one line has no ending to speak of.
  const endingOf = (text: string): LineEnding | null =>
    /[\r\n]/.test(text) ? lineEndingOf(text) : null
  const old = endingOf(base)
  const ours = endingOf(mine) ?? old
  const others = endingOf(theirs) ?? old
  return (ours === old ? others : ours) ?? '\n'
}

function written(part: MergePart, ending: LineEnding): MergePart {
  if (part.kind === 'agreed') return { ...part, text: withLineEnding(part.text, ending) }
  return {
    ...part,
    base: withLineEnding(part.base, ending),
    mine: withLineEnding(part.mine, ending),
    theirs: withLineEnding(part.theirs, ending),
  }
}
