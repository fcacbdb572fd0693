/** A card with the height of its text's line, from the top of the margin, and its own height. */
export interface MarginCard {
  readonly id: string
  readonly top: number
  readonly height: number
}

/** From where to where the view reaches that cards are to stay in; anywhere when not said. */
export interface MarginEnds {
  readonly least?: number
  readonly most?: number
}

/**
 * Where cards stand so that none lies over another, in the order given: each as near to its text as
 * can be, and the current one exactly there, the others giving way upwards and downwards.
 */
export function stackCards(
  cards: readonly MarginCard[],
  current: string | null,
  gap: number,
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: MarginEnds = {},
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>()
  const at = Math.max(
    0,
    cards.findIndex(({ id }) => id === current),
  )
  let floor = Number.NEGATIVE_INFINITY
  for (const { id, top, height } of cards.slice(at)) {
    const placed = Math.max(top, floor)
    tops.set(id, placed)
    floor = placed + height + gap
  }
  const anchor = cards[at]
  let ceiling = anchor === undefined ? 0 : (tops.get(anchor.id) ?? 0)
  for (const { id, top, height } of cards.slice(0, at).toReversed()) {
    const placed = Math.min(top, ceiling - gap - height)
    tops.set(id, placed)
    ceiling = placed
  }
  keepWithin(cards, tops, gap, { least, most })
  return tops
}

/** Cards whose text is in view are not pushed out of it; then even the current one gives way. */
function keepWithin(
  cards: readonly MarginCard[],
  tops: Map<string, number>,
  gap: number,
  { least, most }: Required<MarginEnds>,
): void {
  let ceiling = most + gap
  for (const { id, top, height } of cards.toReversed()) {
    // One whose text is out of view may be so, too.
    if (top > most) continue
    const placed = Math.min(tops.get(id) ?? 0, ceiling - gap - height)
    tops.set(id, placed)
    ceiling = placed
  }
  let floor = Number.NEGATIVE_INFINITY
  for (const { id, top, height } of cards) {
    const placed = Math.max(tops.get(id) ?? 0, floor, Math.min(top, least))
    tops.set(id, placed)
    floor = placed + height + gap
  }
}
