import { withComments } from '../../shared/document/compare/comments'
import { markReview } from '../../shared/document/compare/review'
import { contentFromMarkdown } from '../../shared/document/export/content'
import type { ReviewText } from '../../shared/domain/exports'
import { cleanText } from '../../shared/review'
import type { Clock } from '../state/clock'
import type { Drawable } from './createPreview'
import type { PreviewSource } from './Preview'

/** What these texts are made from. */
interface ReviewedText {
  version(): number
  text(): string
  onChange(listener: () => void): () => void
}

/** Both texts of an article are read for it, which is too much for each key. */
const DELAY_MS = 500

/** The original or the marked text of an article, a moment after its last change. */
export function createReviewSource(
  session: ReviewedText,
  shown: Exclude<ReviewText, 'accepted'>,
  clock: Clock,
): PreviewSource {
  let made: { readonly text: string; readonly drawn: Drawable } | null = null
  return {
    content() {
      const text = session.text()
      if (made?.text !== text) made = { text, drawn: withOwnKeys(draw(text, shown)) }
      return made.drawn
    },
    onChange(listener) {
      let cancel: (() => void) | null = null
      const stop = session.onChange(() => {
        cancel?.()
        cancel = clock.after(DELAY_MS, listener)
      })
      return () => {
        stop()
        cancel?.()
      }
    },
  }
}

function draw(text: string, shown: Exclude<ReviewText, 'accepted'>): Drawable {
  return shown === 'marked'
    ? withComments(markReview(text))
    : contentFromMarkdown(cleanText(text, 'original'))
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
