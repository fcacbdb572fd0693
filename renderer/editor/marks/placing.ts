import type { ReviewedDocument, Shown } from '../../../shared/document/reviewedDocument'
import { roughBoxOf } from '../groups/groupBlocks'
import { headElement } from '../headElement'
import { blocksOf, type PlacedBlock, placedBlocks, rangeIn } from '../reviewPlaces'

/** How far from the view a place is still looked up: farther, a look would lay out what nobody sees. */
const NEAR = 600

interface Placed {
  readonly id: string
  readonly on: Shown
  range: Range | null
}

/** See `SessionReview.placing`. Which block an item is in is found once, its line as it comes near. */
export function placing(
  document: ReviewedDocument,
  items: readonly { readonly id: string; readonly on: Shown }[],
  scroller: () => HTMLElement | null,
): () => ReadonlyMap<string, number> {
  const blocks = placedBlocks(document)
  const byBlock = new Map<PlacedBlock, Placed[]>()
  const heads = items.filter(({ on }) => on.head !== undefined)
  for (const { id, on } of items) {
    if (on.head !== undefined) continue
    const [block] = blocksOf(blocks, on)
    if (block) byBlock.set(block, [...(byBlock.get(block) ?? []), { id, on, range: null }])
  }
  // Large type is read while its first line is out of view.
  function headTops(): readonly (readonly [string, number])[] {
    const view = scroller()?.getBoundingClientRect().top ?? 0
    return heads.flatMap(({ id, on }) => {
      const box = headElement(document, on.head)?.getBoundingClientRect()
      if (!box || box.bottom < -NEAR) return []
      return [[id, box.bottom > view ? Math.max(box.top, view) : box.top]] as const
    })
  }

  return () => {
    const tops = new Map<string, number>()
    for (const [id, top] of headTops()) tops.set(id, top)
    for (const [block, placed] of byBlock) {
      const rough = roughBoxOf(block.element)
      if (rough.bottom < -NEAR || rough.top > window.innerHeight + NEAR) continue
      const box = block.element.getBoundingClientRect()
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
