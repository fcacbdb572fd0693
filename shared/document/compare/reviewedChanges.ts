import { attributionOf, type Change, type ReviewNode } from '../../review'

interface Range {
  readonly start: number
  readonly end: number
}

/** A change of a review, with the stretch of each text that is its own. */
export interface ReviewedChange {
  readonly node: Change
  readonly author: string | null
  readonly time: string | null
  /** What it puts in, in the text with every change made; empty where that is nothing. */
  readonly inserted: Range
  /** What it takes out, in the text with no change made. */
  readonly deleted: Range
}

/** Every change with its places in both texts, those within others first. */
export function changesIn(nodes: readonly ReviewNode[]): readonly ReviewedChange[] {
  const found: ReviewedChange[] = []
  let [accepted, original] = [0, 0]

  function visit(level: readonly ReviewNode[], isIn: { accepted: boolean; original: boolean }) {
    const from = { accepted, original }
    for (const node of level) {
      switch (node.kind) {
        case 'text':
          if (isIn.accepted) accepted += node.text.length
          if (isIn.original) original += node.text.length
          break
        case 'highlight':
          visit(node.children, isIn)
          break
        case 'comment':
          break
        case 'insertion': {
          const own = visit(node.children, { ...isIn, original: false })
          found.push(changeOf(node, own.accepted, own.original))
          break
        }
        case 'deletion': {
          const own = visit(node.children, { ...isIn, accepted: false })
          found.push(changeOf(node, own.accepted, own.original))
          break
        }
        case 'substitution': {
          const old = visit(node.old, { ...isIn, accepted: false })
          const now = visit(node.now, { ...isIn, original: false })
          found.push(changeOf(node, now.accepted, old.original))
        }
      }
    }
    return {
      accepted: { start: from.accepted, end: accepted },
      original: { start: from.original, end: original },
    }
  }

  visit(nodes, { accepted: true, original: true })
  return found
}

function changeOf(node: Change, inserted: Range, deleted: Range): ReviewedChange {
  return { node, ...attributionOf(node.comments), inserted, deleted }
}
