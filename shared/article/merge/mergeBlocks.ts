import type { LineEnding } from '../lineEnding'
import { type MergeBody, newest } from './blocks'
import { definitionLabel, insertBoth, withoutDoubleLabels } from './insertions'
import { mergeWords } from './mergeWords'
import { agreed, type MergePart } from './parts'
import { isReadings, joined, type Piece, type Place, partsOf, textPiece } from './pieces'
import { type Region, regionsOf } from './regions'
import { type BodyMerge, isStale, readSide, type Side } from './side'

/** Merges three bodies block by block, and word by word within a block that both sides changed. */
export function mergeBodies(
  base: MergeBody,
  { mine, theirs }: { readonly mine: MergeBody; readonly theirs: MergeBody },
  ending: LineEnding,
): readonly MergePart[] {
  const merge: BodyMerge = {
    base: base.blocks,
    mine: readSide(base.blocks, mine.blocks),
    theirs: readSide(base.blocks, theirs.blocks),
    ending,
  }
  const pieces: Piece[] = []
  let reached = { from: 0, mine: 0, theirs: 0 }
  const untouched = (until: number): void => {
    for (let index = reached.from; index < until; index++) {
      const past = index - reached.from
      pieces.push(kept(merge, index, { mine: reached.mine + past, theirs: reached.theirs + past }))
    }
  }
  // A block that was added beside one that the other side changed might belong before or after it.
  const regions = regionsOf(merge.mine.hunks, merge.theirs.hunks, (first, second) => {
    if (first.a1 > second.a0) return true
    return first.a1 === second.a0 && (first.a0 === first.a1 || second.a0 === second.a1)
  })
  for (const region of regions) {
    untouched(region.base.from)
    pieces.push(...mergeRegion(merge, region))
    reached = { from: region.base.to, mine: region.mine.to, theirs: region.theirs.to }
  }
  untouched(base.blocks.length)
  const finalGap = newest(
    base.blocks.at(-1)?.gap ?? '',
    mine.blocks.at(-1)?.gap ?? '',
    theirs.blocks.at(-1)?.gap ?? '',
  )
  const lead = agreed(newest(base.lead, mine.lead, theirs.lead))
  return [lead, ...partsOf(withoutDoubleLabels(pieces), { finalGap, ending })]
}

function kept({ base, mine, theirs }: BodyMerge, index: number, place: Place): Piece {
  const block = base[index]
  const gap = block?.gap ?? ''
  const gapOf = (side: Side, at: number | undefined): string =>
    at === undefined ? gap : (side.blocks[at]?.gap ?? gap)
  return textPiece(
    block?.text ?? '',
    newest(gap, gapOf(mine, place.mine), gapOf(theirs, place.theirs)),
    { base: index, ...place },
  )
}

function mergeRegion(merge: BodyMerge, region: Region): readonly Piece[] {
  if (region.by !== 'both') return mergeOneByOne(merge, region)
  const base = merge.base.slice(region.base.from, region.base.to)
  const mine = merge.mine.blocks.slice(region.mine.from, region.mine.to)
  const theirs = merge.theirs.blocks.slice(region.theirs.from, region.theirs.to)
  const isSame =
    mine.length === theirs.length && mine.every(({ text }, at) => text === theirs[at]?.text)
  if (isSame) {
    return mine.map(({ text, gap }, at) =>
      textPiece(text, gap, { mine: region.mine.from + at, theirs: region.theirs.from + at }),
    )
  }
  if (hasMoves(merge, region)) return mergeOneByOne(merge, region)
  const versions = {
    base: joined(base, merge.ending),
    mine: joined(mine, merge.ending),
    theirs: joined(theirs, merge.ending),
  }
  const place = {
    gap: newest(base.at(-1)?.gap ?? '', mine.at(-1)?.gap ?? '', theirs.at(-1)?.gap ?? ''),
    first: { base: region.base.from, mine: region.mine.from, theirs: region.theirs.from },
    last: { base: region.base.to - 1, mine: region.mine.to - 1, theirs: region.theirs.to - 1 },
  }
  // As one text first: that carries an edit over into the halves of a paragraph that was split.
  const isRewritten = base.length > 0 && mine.length > 0 && theirs.length > 0
  if (isRewritten && !isEntangled(merge, region, region.base)) {
    const parts = mergeWords(versions)
    if (parts.every(({ kind }) => kind === 'agreed')) return [{ content: parts, ...place }]
  }
  return isEntangled(merge, region)
    ? [{ content: versions, ...place }]
    : mergeOneByOne(merge, region)
}

function hasMoves({ mine, theirs }: BodyMerge, region: Region): boolean {
  const on = (side: Side, { from, to }: Region['mine']): boolean => {
    for (let at = from; at < to; at++) if (side.origins.has(at)) return true
    return side.fates.slice(region.base.from, region.base.to).some(({ kind }) => kind === 'moved')
  }
  return on(mine, region.mine) || on(theirs, region.theirs)
}

/** Whether words of a block went over into others on one side, while the other side changed it. */
function isEntangled(merge: BodyMerge, { mine, theirs }: Region, within?: Region['base']): boolean {
  for (let at = mine.from; at < mine.to; at++) if (isStale(merge, 'mine', at, within)) return true
  for (let at = theirs.from; at < theirs.to; at++) {
    if (isStale(merge, 'theirs', at, within)) return true
  }
  return false
}

function mergeOneByOne(merge: BodyMerge, region: Region): readonly Piece[] {
  const { mine, theirs } = merge
  const pieces: Piece[] = []
  for (let slot = region.base.from; slot <= region.base.to; slot++) {
    const comes = (side: Side, { from, to }: Region['mine']): readonly number[] =>
      (side.inserted[slot] ?? []).filter((at) => at >= from && at < to)
    const added = {
      mine: comes(mine, region.mine),
      theirs: comes(theirs, region.theirs),
    }
    const block = slot < region.base.to ? mergeBlock(merge, slot) : null
    const replaced =
      slot < region.base.to ? withReplacement(merge, { index: slot, block, added }) : null
    if (replaced) {
      pieces.push(replaced)
      continue
    }
    pieces.push(...insertBoth(merge, added))
    if (block) pieces.push(block)
  }
  return pieces
}

/** One block of the base; null where nothing is left of it, or where it moved to another place. */
function mergeBlock(merge: BodyMerge, index: number): Piece | null {
  const old = merge.base[index]
  const mine = merge.mine.fates[index]
  const theirs = merge.theirs.fates[index]
  if (!old || !mine || !theirs) return null
  if (mine.kind === 'moved' || theirs.kind === 'moved') return null
  const ours = mine.kind === 'gone' ? null : (merge.mine.blocks[mine.at] ?? old)
  const others = theirs.kind === 'gone' ? null : (merge.theirs.blocks[theirs.at] ?? old)
  if (ours === null && others === null) return null
  const place: Place = {
    base: index,
    ...(mine.kind === 'gone' ? {} : { mine: mine.at }),
    ...(theirs.kind === 'gone' ? {} : { theirs: theirs.at }),
  }
  const gap = newest(old.gap, ours?.gap ?? old.gap, others?.gap ?? old.gap)
  const isOutOfDate =
    (mine.kind === 'edited' && isStale(merge, 'mine', mine.at)) ||
    (theirs.kind === 'edited' && isStale(merge, 'theirs', theirs.at))
  if (ours !== null && others !== null && !isOutOfDate) {
    const content = mergeWords({ base: old.text, mine: ours.text, theirs: others.text })
    return { content, gap, first: place, last: place }
  }
  if (mine.kind === 'same' && others === null) return null
  if (theirs.kind === 'same' && ours === null) return null
  const content = { base: old.text, mine: ours?.text ?? '', theirs: others?.text ?? '' }
  return { content, gap, first: place, last: place }
}

/** A block that one side replaced is shown beside its replacement when the other edited or deleted it. */
function withReplacement(
  merge: BodyMerge,
  {
    index,
    block,
    added,
  }: {
    readonly index: number
    readonly block: Piece | null
    readonly added: { readonly mine: readonly number[]; readonly theirs: readonly number[] }
  },
): Piece | null {
  const content = readingsOf(merge, index, block)
  if (content === null || (added.mine.length === 0) === (added.theirs.length === 0)) return null
  const side = added.mine.length === 0 ? 'theirs' : 'mine'
  const { blocks, origins } = merge[side]
  if (content[side] !== '' || added[side].some((at) => origins.has(at))) return null
  const stead = added[side].map((at) => blocks[at]).filter((found) => found !== undefined)
  if (stead.some(({ text }) => definitionLabel(text) !== null)) return null
  const place = { [side]: added[side].at(-1), base: index }
  return {
    gap: block?.gap ?? stead.at(-1)?.gap ?? '',
    first: block?.first ?? place,
    last: block?.last ?? place,
    content: { ...content, [side]: joined(stead, merge.ending) },
  }
}

/** The readings of a block that is gone on one side and no longer the same on the other. */
function readingsOf({ base, mine, theirs }: BodyMerge, index: number, block: Piece | null) {
  if (block && isReadings(block.content)) return block.content
  const areBothGone = mine.fates[index]?.kind === 'gone' && theirs.fates[index]?.kind === 'gone'
  return areBothGone ? { base: base[index]?.text ?? '', mine: '', theirs: '' } : null
}
