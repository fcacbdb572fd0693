import type { ReviewedDocument } from '../../../shared/document/reviewedDocument'
import type { Stretch } from '../../../shared/review'
import { blocksOf, type PlacedBlock, placedBlocks, rangeIn } from '../reviewPlaces'

/** How far from the view a place is still looked up: farther, a look would lay out what nobody sees. */
const NEAR = 600

interface Placed {
  readonly id: string
  readonly on: Stretch
  range: Range | null
}

/** See `SessionReview.placing`. Which block an item is in is found once, its line as it comes near. */
export function placing(
  document: ReviewedDocument,
  items: readonly { readonly id: string; readonly on: Stretch }[],
): () => ReadonlyMap<string, number> {
  const blocks = placedBlocks(document)
  const byBlock = new Map<PlacedBlock, Placed[]>()
  for (const { id, on } of items) {
    const [block] = blocksOf(blocks, on)
    if (block) byBlock.set(block, [...(byBlock.get(block) ?? []), { id, on, range: null }])
  }
  return () => {
    const tops = new Map<string, number>()
    for (const [block, placed] of byBlock) {
      const box = block.element.getBoundingClientRect()
      if (box.bottom < -NEAR || box.top > window.innerHeight + NEAR) continue
      for (const each of placed) {
        if (each.range === null || each.range.getClientRects().length === 0) {
          each.range = rangeIn(block, each.on)
        }
        const [line] = each.range?.getClientRects() ?? []
        tops.set(each.id, line?.top ?? box.top)
      }
    }
    return tops
  }
}
