/** Parts a body into its top-level blocks, each with the blank lines after it; joined they are the body. */
export type SplitBlocks = (body: string) => readonly string[]

/** A top-level block and what stands between it and the next one. */
export interface MergeBlock {
  readonly text: string
  /** The line ending and the blank lines after the block. */
  readonly gap: string
}

export interface MergeBody {
  /** Blank lines before the first block. */
  readonly lead: string
  readonly blocks: readonly MergeBlock[]
}

const LEAD = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/

export function readBody(body: string, splitBlocks: SplitBlocks): MergeBody {
  const blocks: MergeBlock[] = []
  let lead = ''
  for (const slice of splitBlocks(body)) {
    const start = blocks.length === 0 ? (LEAD.exec(slice)?.[0].length ?? 0) : 0
    lead += slice.slice(0, start)
    const block = slice.slice(start)
    if (block.trim() === '') {
      if (blocks.length === 0) lead += block
      else blocks.push(withMoreGap(blocks.pop(), block))
      continue
    }
    blocks.push(atFirstLineEnd(block))
  }
  return { lead, blocks }
}

function withMoreGap(block: MergeBlock | undefined, more: string): MergeBlock {
  return { text: block?.text ?? '', gap: (block?.gap ?? '') + more }
}

/** Spaces at the end of a block's last line are part of the block. */
function atFirstLineEnd(slice: string): MergeBlock {
  const end = slice.trimEnd().length
  const lineEnd = slice.slice(end).search(/[\r\n]/)
  const length = lineEnd === -1 ? slice.length : end + lineEnd
  return { text: slice.slice(0, length), gap: slice.slice(length) }
}

export function hasBlankLine(gap: string): boolean {
  return gap.split(/\r\n|\r|\n/).length > 2
}

/** Which of three values to take where both sides may have changed it and no words are at stake. */
export function newest(base: string, mine: string, theirs: string): string {
  return mine === base ? theirs : mine
}
