import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import { reviewersIn, type Stretch } from '../../shared/review'
import type { Clock } from '../state/clock'
import { colourOf, PEOPLE_COLOURS } from '../state/people'
import { blocksOf, type PlacedBlock, placedBlocks, rangeIn } from './reviewPlaces'

/** How long marks may trail the page. */
const DELAY_MS = 300

const NAMES = [
  'review-comment',
  'review-deletion',
  'review-current',
  ...PEOPLE_COLOURS.map((colour) => `review-${colour}`),
]

export interface ReviewMarks {
  /** Shows one stretch as the one that is looked at. */
  point(stretch: Stretch | null): void
  dispose(): void
}

/** Paints suggestions and comments over the page without a node or a style in it. */
export function createReviewMarks(document: ReviewedDocument, clock: Clock): ReviewMarks {
  const registry = 'highlights' in CSS ? CSS.highlights : null
  let current: Stretch | null = null
  let cancel: (() => void) | null = null

  function paint(): void {
    cancel = null
    if (registry === null) return
    const painted = rangesByName(document, current)
    for (const name of NAMES) {
      const ranges = painted.get(name) ?? []
      if (ranges.length === 0) registry.delete(name)
      else registry.set(name, new Highlight(...ranges))
    }
  }

  function soon(): void {
    cancel ??= clock.after(DELAY_MS, paint)
  }

  const stop = document.onChange(soon)
  soon()
  return {
    point(stretch) {
      current = stretch
      paint()
    },
    dispose() {
      stop()
      cancel?.()
      for (const name of NAMES) registry?.delete(name)
    },
  }
}

function rangesByName(
  document: ReviewedDocument,
  current: Stretch | null,
): ReadonlyMap<string, readonly Range[]> {
  const painted = new Map<string, Range[]>()
  const { suggestions, threads } = document.review.list()
  if (suggestions.length + threads.length === 0 && current === null) return painted
  const blocks = placedBlocks(document)
  const known = reviewersIn(document.frontMatter())
  const add = (name: string, stretch: Stretch): void => {
    painted.set(name, [...(painted.get(name) ?? []), ...rangesOf(blocks, stretch)])
  }
  for (const { author, start, end, deleted } of suggestions) {
    if (end > start) add(`review-${colourOf(author, known)}`, { start, end })
    if (deleted !== '') add('review-deletion', { start, end: start })
  }
  for (const thread of threads) if (!thread.isResolved) add('review-comment', thread)
  if (current !== null) add('review-current', current)
  return painted
}

function rangesOf(blocks: readonly PlacedBlock[], stretch: Stretch): readonly Range[] {
  return blocksOf(blocks, stretch).flatMap((block) => {
    const range = rangeIn(block, stretch)
    return range === null ? [] : [range]
  })
}
