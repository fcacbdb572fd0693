import { type BlockMatch, matchBlocks } from './matchBlocks'
import { paragraphsOf } from './paragraphs'
import { diffProse, type ProseChange } from './wordDiff'

/**
 * A paragraph of either text, without the blank lines after it. One that went to another place is
 * told twice: `moved` where it is now, `moved-away` where it was; `twin` is the index of the other.
 */
export type ParagraphChange =
  | { readonly kind: 'same'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'changed'
      readonly before: string
      readonly after: string
      readonly changes: readonly ProseChange[]
    }
  | { readonly kind: 'added'; readonly after: string }
  | { readonly kind: 'removed'; readonly before: string }
  | {
      readonly kind: 'moved'
      readonly before: string
      readonly after: string
      readonly changes: readonly ProseChange[]
      readonly twin: number
    }
  | { readonly kind: 'moved-away'; readonly before: string; readonly twin: number }

/** What became of each paragraph: those of `before` in their order, and those of `after` in theirs. */
export function diffParagraphs(before: string, after: string): readonly ParagraphChange[] {
  const a = contentsOf(before)
  const b = contentsOf(after)
  return matchBlocks(a.map(paragraph), b.map(paragraph)).map((match) => changeOf(match, a, b))
}

function paragraph(text: string): { readonly text: string; readonly kind: string } {
  return { text, kind: 'paragraph' }
}

function contentsOf(text: string): readonly string[] {
  return paragraphsOf(text)
    .map((each) => each.replace(/^(?:[^\S\r\n]*[\r\n])+/, '').trimEnd())
    .filter((each) => each !== '')
}

function changeOf(match: BlockMatch, a: readonly string[], b: readonly string[]): ParagraphChange {
  const before = ('before' in match ? a[match.before] : undefined) ?? ''
  const after = ('after' in match ? b[match.after] : undefined) ?? ''
  switch (match.kind) {
    case 'kept':
      if (before === after) return { kind: 'same', before, after }
      return { kind: 'changed', before, after, changes: diffProse(before, after) }
    case 'added':
      return { kind: 'added', after }
    case 'removed':
      return { kind: 'removed', before }
    case 'moved':
      return {
        kind: 'moved',
        before,
        after,
        changes: diffProse(before, after),
        twin: match.twin,
      }
    case 'moved-away':
      return { kind: 'moved-away', before, twin: match.twin }
  }
}
