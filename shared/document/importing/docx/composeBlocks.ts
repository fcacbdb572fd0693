import { composeEdit, type EditMode, type ReviewNode, readNodes } from '../../../review'
import { type BlockMatch, matchInPlace } from '../../../text/matchBlocks'
import { paragraphsOf } from '../../../text/paragraphs'

/**
 * The review after its accepted text became `after`, told block by block: what was changed in one
 * paragraph is never told together with what became of its neighbours.
 */
export function composeBlocks(
  nodes: readonly ReviewNode[],
  after: string,
  mode: EditMode,
): readonly ReviewNode[] {
  const old = paragraphsOf(readNodes(nodes, 'accepted'))
  const now = paragraphsOf(after)
  const text = [...old]
  let made = nodes
  const step = (): void => {
    made = composeEdit(made, text.join(''), mode)
  }
  const matches = matchInPlace(old.map(blockOf), now.map(blockOf))
  const seams = seamsIn(matches, old, now)
  for (const match of matches) {
    if (match.kind !== 'kept' || seams.has(match)) continue
    const [before, changed] = [old[match.before] ?? '', now[match.after] ?? '']
    if (before.trimEnd() === changed.trimEnd()) continue
    // The blank lines after it are its neighbours' affair.
    text[match.before] = changed.trimEnd() + before.slice(before.trimEnd().length)
    step()
  }
  for (const match of matches) {
    if (match.kind !== 'removed' || seams.has(match)) continue
    text[match.before] = ''
    step()
  }
  return composeEdit(made, after, mode)
}

/** Paragraphs that were joined or split are told by the paragraph end that went or came. */
function seamsIn(
  matches: readonly BlockMatch[],
  old: readonly string[],
  now: readonly string[],
): ReadonlySet<BlockMatch> {
  const seams = new Set<BlockMatch>()
  const textOf = (match: BlockMatch | undefined, side: 'before' | 'after'): string => {
    if (side === 'before') return match && 'before' in match ? (old[match.before] ?? '').trim() : ''
    return match && 'after' in match ? (now[match.after] ?? '').trim() : ''
  }
  matches.forEach((match, index) => {
    if (match.kind !== 'kept') return
    const [before, after] = [textOf(match, 'before'), textOf(match, 'after')]
    for (const neighbour of [matches[index - 1], matches[index + 1]]) {
      const isJoined = neighbour?.kind === 'removed' && after.includes(textOf(neighbour, 'before'))
      const isSplit = neighbour?.kind === 'added' && before.includes(textOf(neighbour, 'after'))
      if (neighbour && (isJoined || isSplit)) seams.add(match).add(neighbour)
    }
  })
  return seams
}

function blockOf(text: string): { readonly text: string; readonly kind: string } {
  const sign = /^\s*(#{1,6} |> |[-*+] |\d+[.)] |\||```|!\[)/.exec(text)?.[1] ?? ''
  return { text: text.trimEnd(), kind: sign }
}
