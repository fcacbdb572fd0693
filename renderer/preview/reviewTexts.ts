import { withComments } from '../../shared/document/compare/comments'
import { markReview } from '../../shared/document/compare/review'
import { contentFromMarkdown } from '../../shared/document/export/content'
import type { ReviewText } from '../../shared/domain/exports'
import { cleanText } from '../../shared/review'
import { workAside } from '../state/aside'
import type { Drawable } from './createPreview'

/** A text of an article under review, other than the page's own. */
export interface WantedText {
  readonly text: string
  readonly shown: Exclude<ReviewText, 'accepted'>
}

/** Articles shorter than this are read sooner than a worker starts. */
const SMALL = 16_000

export function readReviewText({ text, shown }: WantedText): Drawable {
  const drawn =
    shown === 'marked'
      ? withComments(markReview(text))
      : contentFromMarkdown(cleanText(text, 'original'))
  return withOwnKeys(drawn)
}

/** The same; of a long article in a worker. */
export function readReviewTextAside(wanted: WantedText, signal: AbortSignal): Promise<Drawable> {
  if (wanted.text.length < SMALL) return Promise.resolve(readReviewText(wanted))
  return workAside({
    input: wanted,
    start: () => new Worker(new URL('./review.worker.ts', import.meta.url), { type: 'module' }),
    here: readReviewText,
    signal,
  })
}

/** These blocks are not the page's own, and must not pass for them. */
function withOwnKeys(drawn: Drawable): Drawable {
  const own = <T extends { readonly key: string }>(piece: T): T => ({
    ...piece,
    key: `review ${piece.key}`,
  })
  return 'pieces' in drawn
    ? { ...drawn, pieces: drawn.pieces.map(own) }
    : { ...drawn, blocks: drawn.blocks.map(own) }
}
