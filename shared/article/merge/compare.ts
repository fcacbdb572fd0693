import { align } from '../../text/align'
import { pairInOrder } from '../../text/likeness'
import { splitArticle } from '../split'
import { type MergeBlock, readBody, type SplitBlocks } from './blocks'
import { mergeFrontMatter } from './mergeFrontMatter'
import { agreed, type MergePart, tidyParts } from './parts'

/** Beyond this many differing blocks two texts are compared as wholes. */
const MAX_EDITS = 3_000

/**
 * Two versions of an article of which nobody knows what they came from, as a sync program's copy.
 * What both have is agreed on; all else is a person's to decide, since a block that only one has may
 * be new there or deleted here.
 */
export function compareVersions(
  mine: string,
  theirs: string,
  splitBlocks: SplitBlocks,
): readonly MergePart[] {
  const ours = splitArticle(mine)
  const others = splitArticle(theirs)
  const left = readBody(ours.body, splitBlocks)
  const right = readBody(others.body, splitBlocks)
  return tidyParts([
    ...frontMatterParts(ours.frontMatter, others.frontMatter),
    agreed(left.lead),
    ...bodyParts(left.blocks, right.blocks),
  ])
}

function frontMatterParts(mine: string, theirs: string): readonly MergePart[] {
  if (mine === '' || theirs === '') {
    if (mine === theirs) return []
    return [{ kind: 'conflict', scale: 'front-matter', base: mine, mine, theirs }]
  }
  return mergeFrontMatter({ base: '', mine, theirs }).map((part) =>
    part.kind === 'conflict' ? { ...part, base: part.mine } : part,
  )
}

function bodyParts(mine: readonly MergeBlock[], theirs: readonly MergeBlock[]): MergePart[] {
  const a = mine.map(({ text }) => text)
  const b = theirs.map(({ text }) => text)
  const hunks = align(a, b, { maxEdits: MAX_EDITS }) ?? [
    { a0: 0, a1: a.length, b0: 0, b1: b.length },
  ]
  const parts: MergePart[] = []
  let at = 0
  const agreeUntil = (end: number): void => {
    for (; at < end; at++) parts.push(agreed(written(mine.slice(at, at + 1))))
  }
  const differ = (left: readonly MergeBlock[], right: readonly MergeBlock[]): void => {
    if (left.length + right.length === 0) return
    const own = written(left)
    parts.push({ kind: 'conflict', scale: 'blocks', base: own, mine: own, theirs: written(right) })
  }
  for (const { a0, a1, b0, b1 } of hunks) {
    agreeUntil(a0)
    let past = { a: a0, b: b0 }
    for (const pair of pairInOrder(a.slice(a0, a1), b.slice(b0, b1))) {
      const next = { a: a0 + pair.a, b: b0 + pair.b }
      differ(mine.slice(past.a, next.a), [])
      differ([], theirs.slice(past.b, next.b))
      differ(mine.slice(next.a, next.a + 1), theirs.slice(next.b, next.b + 1))
      past = { a: next.a + 1, b: next.b + 1 }
    }
    differ(mine.slice(past.a, a1), theirs.slice(past.b, b1))
    at = a1
  }
  agreeUntil(mine.length)
  return parts
}

/** Blocks with what stands after them; the last of a file needs a blank line where others follow. */
function written(blocks: readonly MergeBlock[]): string {
  return blocks.map(({ text, gap }) => text + (gap === '' ? '\n' : gap)).join('')
}
