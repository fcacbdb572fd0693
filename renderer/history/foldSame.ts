import type { ParagraphChange } from '../../shared/text/paragraphDiff'

/** Paragraphs of a comparison, those far from any change counted only. */
export type DiffPart = ParagraphChange | { readonly kind: 'folded'; readonly count: number }

/** Keeps the unchanged paragraphs next to a change, for the eye to find the place, and folds the others. */
export function foldSame(changes: readonly ParagraphChange[]): readonly DiffPart[] {
  const isChange = (index: number): boolean =>
    changes[index] !== undefined && changes[index].kind !== 'same'
  const parts: DiffPart[] = []
  let count = 0
  const fold = (): void => {
    if (count > 0) parts.push({ kind: 'folded', count })
    count = 0
  }
  for (const [index, change] of changes.entries()) {
    if (isChange(index) || isChange(index - 1) || isChange(index + 1)) {
      fold()
      parts.push(change)
    } else count += 1
  }
  fold()
  return parts
}
