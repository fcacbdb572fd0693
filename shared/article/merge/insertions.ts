import type { MergeBlock } from './blocks'
import { mergeWords } from './mergeWords'
import { isReadings, joined, type Piece, textPiece } from './pieces'
import { type BodyMerge, isStale, type Side } from './side'

interface Added {
  readonly mine: readonly number[]
  readonly theirs: readonly number[]
}

/** What both sides put between the same two blocks. */
export function insertBoth(merge: BodyMerge, added: Added): readonly Piece[] {
  const { mine, theirs } = merge
  if (added.theirs.length === 0) return added.mine.flatMap((at) => come(merge, 'mine', at))
  if (added.mine.length === 0) return added.theirs.flatMap((at) => come(merge, 'theirs', at))
  const arrived = [
    ...added.mine.filter((at) => mine.origins.has(at)).flatMap((at) => come(merge, 'mine', at)),
    ...added.theirs
      .filter((at) => theirs.origins.has(at))
      .flatMap((at) => come(merge, 'theirs', at)),
  ]
  const fresh = {
    mine: added.mine.filter((at) => !mine.origins.has(at)),
    theirs: added.theirs.filter((at) => !theirs.origins.has(at)),
  }
  return [...arrived, ...insertFresh(merge, fresh)]
}

function come(merge: BodyMerge, from: 'mine' | 'theirs', at: number): readonly Piece[] {
  const side = merge[from]
  const block = side.blocks[at]
  if (!block) return []
  const origin = side.origins.get(at)
  if (origin !== undefined) return arrive(merge, { from, at, origin, block })
  if (!isStale(merge, from, at)) return [textPiece(block.text, block.gap, { [from]: at })]
  const content = { base: '', mine: '', theirs: '', [from]: block.text }
  return [{ content, gap: block.gap, first: { [from]: at }, last: { [from]: at } }]
}

/** A block that one side moved, with what the other side did to it where it was. */
function arrive(
  merge: BodyMerge,
  {
    from,
    at,
    origin,
    block,
  }: {
    readonly from: 'mine' | 'theirs'
    readonly at: number
    readonly origin: number
    readonly block: MergeBlock
  },
): readonly Piece[] {
  const other = from === 'mine' ? merge.theirs : merge.mine
  const fate = other.fates[origin]
  const old = merge.base[origin]?.text ?? ''
  const place = { first: { [from]: at }, last: { [from]: at }, gap: block.gap }
  if (fate === undefined || fate.kind === 'gone') {
    const empty = { base: old, mine: '', theirs: '' }
    return [{ content: { ...empty, [from]: block.text }, ...place }]
  }
  // Moved by both: it can stand in one place only, and with the words of both.
  if (fate.kind === 'moved' && from === 'theirs') return []
  const others = other.blocks[fate.at]?.text ?? old
  const versions =
    from === 'mine' ? { mine: block.text, theirs: others } : { mine: others, theirs: block.text }
  const isOutOfDate =
    isStale(merge, from, at) || isStale(merge, from === 'mine' ? 'theirs' : 'mine', fate.at)
  if (isOutOfDate) return [{ content: { base: old, ...versions }, ...place }]
  return [{ content: mergeWords({ base: old, ...versions }), ...place }]
}

function insertFresh(merge: BodyMerge, fresh: Added): readonly Piece[] {
  const mine = textsOf(merge.mine, fresh.mine)
  const theirs = textsOf(merge.theirs, fresh.theirs)
  const place = (from: 'mine' | 'theirs') => (at: number) => come(merge, from, at)
  if (continues(mine, theirs)) return fresh.mine.flatMap(place('mine'))
  if (continues(theirs, mine)) return fresh.theirs.flatMap(place('theirs'))
  if (areOtherDefinitions(mine, theirs)) {
    return [...fresh.mine.flatMap(place('mine')), ...fresh.theirs.flatMap(place('theirs'))]
  }
  const blocks = (side: Side, ats: readonly number[]): readonly MergeBlock[] =>
    ats.map((at) => side.blocks[at]).filter((block) => block !== undefined)
  const ours = blocks(merge.mine, fresh.mine)
  return [
    {
      content: {
        base: '',
        mine: joined(ours, merge.ending),
        theirs: joined(blocks(merge.theirs, fresh.theirs), merge.ending),
      },
      gap: ours.at(-1)?.gap ?? '',
      first: { mine: fresh.mine[0], theirs: fresh.theirs[0] },
      last: { mine: fresh.mine.at(-1), theirs: fresh.theirs.at(-1) },
    },
  ]
}

function textsOf(side: Side, ats: readonly number[]): readonly string[] {
  return ats.map((at) => side.blocks[at]?.text ?? '')
}

/** Whether one list of new blocks is the other one and perhaps more before or after it. */
function continues(longer: readonly string[], shorter: readonly string[]): boolean {
  const more = longer.length - shorter.length
  return (
    more >= 0 &&
    (shorter.every((text, index) => text === longer[index]) ||
      shorter.every((text, index) => text === longer[index + more]))
  )
}

const DEFINITION = /^ {0,3}\[(\^?[^\]\r\n]+)\]:/

/** The name that a definition or footnote defines; null for any other block. */
export function definitionLabel(text: string): string | null {
  return DEFINITION.exec(text)?.[1]?.toLowerCase() ?? null
}

/** Definitions serve from anywhere, so those of both sides can stand together in either order. */
function areOtherDefinitions(mine: readonly string[], theirs: readonly string[]): boolean {
  const labels = [...mine, ...theirs].map(definitionLabel)
  return !labels.includes(null) && new Set(labels).size === labels.length
}

/** Two sides may have given one name to two footnotes: only the first would be shown, so a person must decide. */
export function withoutDoubleLabels(pieces: readonly Piece[]): readonly Piece[] {
  const newTexts = (from: 'mine' | 'theirs'): ReadonlyMap<string, string> =>
    new Map(
      pieces.flatMap((piece): [string, string][] => {
        const text = newText(piece, from)
        const label = text === null ? null : definitionLabel(text)
        return text === null || label === null ? [] : [[label, text]]
      }),
    )
  const mine = newTexts('mine')
  const theirs = newTexts('theirs')
  return pieces.flatMap((piece) => {
    const text = newText(piece, 'theirs')
    const label = text === null ? null : definitionLabel(text)
    if (text === null || label === null || !mine.has(label) || !theirs.has(label)) return [piece]
    if (mine.get(label) === text) return []
    return [{ ...piece, content: { base: '', mine: '', theirs: text } }]
  })
}

/** The text of a piece that is one block, new on one side and unknown to the other. */
function newText({ content, first }: Piece, from: 'mine' | 'theirs'): string | null {
  const other = from === 'mine' ? 'theirs' : 'mine'
  if (isReadings(content) || first.base !== undefined) return null
  if (first[from] === undefined || first[other] !== undefined) return null
  return content.map((part) => (part.kind === 'agreed' ? part.text : '')).join('')
}
